package io.tillstream.ingest.rules;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.feed.PerFeed;
import java.util.List;

/** The rules of each feed. Lines of a feed without rules are kept as they are. */
public final class FeedRules {

    private final PerFeed<LineRules> rules;

    private FeedRules(PerFeed<LineRules> rules) {
        this.rules = rules;
    }

    /** These, each for its feed, in their order. */
    static FeedRules of(List<Rule> all, Feeds feeds, MeterRegistry registry) {
        return new FeedRules(new PerFeed<>(feeds, feed -> {
            List<Rule> own =
                    all.stream().filter(rule -> rule.feed().equals(feed.name())).toList();
            return own.isEmpty() ? LineRules.none() : new CompiledRules(own, registry);
        }));
    }

    /** Those of a feed. */
    public LineRules of(Feed feed) {
        return rules.of(feed);
    }
}
