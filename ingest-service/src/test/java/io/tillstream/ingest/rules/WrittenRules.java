package io.tillstream.ingest.rules;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.model.feed.TransactionFeed;
import io.tillstream.model.row.OwnFields;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;

/** Rules from the text of a file. */
final class WrittenRules {

    private WrittenRules() {}

    static LineRules compile(String yaml, MeterRegistry registry) {
        return of(new TransactionFeed(), yaml, registry);
    }

    /** For transactions that may have these fields besides. */
    static LineRules compile(String yaml, OwnFields own, MeterRegistry registry) {
        return of(new TransactionFeed().with(own), yaml, registry);
    }

    /** Those of a feed that are in the text. */
    static LineRules of(Feed feed, String yaml, MeterRegistry registry) {
        Feeds feeds = new Feeds(Stream.of(new TransactionFeed(), new ShopEventFeed())
                .map(one -> one.name().equals(feed.name()) ? feed : one)
                .toList());
        RuleCompiler compiler = new RuleCompiler(feeds, new Fingerprint("a secret of some length"));
        List<Rule> rules = compiler.compile(RuleFile.read("rules.yml", new StringReader(yaml)));
        return FeedRules.of(rules, feeds, registry).of(feed);
    }
}
