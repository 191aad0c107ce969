package io.tillstream.ingest.rules;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.feed.TransactionFeed;
import java.io.StringReader;
import java.util.List;

/** Rules from the text of a file. */
final class WrittenRules {

    private static final Feeds FEEDS = new Feeds(List.of(new TransactionFeed(), new ShopEventFeed()));

    private WrittenRules() {}

    static LineRules compile(String yaml, MeterRegistry registry) {
        return of(new TransactionFeed(), yaml, registry);
    }

    /** Those of a feed that are in the text. */
    static LineRules of(Feed feed, String yaml, MeterRegistry registry) {
        RuleCompiler compiler = new RuleCompiler(FEEDS, new Fingerprint("a secret of some length"));
        List<Rule> rules = compiler.compile(RuleFile.read("rules.yml", new StringReader(yaml)));
        return FeedRules.of(rules, FEEDS, registry).of(feed);
    }
}
