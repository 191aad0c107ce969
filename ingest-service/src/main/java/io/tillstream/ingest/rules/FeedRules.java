package io.tillstream.ingest.rules;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.layout.Names;

/** The rules of each feed: those of the settings are of transactions, and lines of other feeds are kept as they are. */
public final class FeedRules {

    private final LineRules ofTransactions;

    FeedRules(LineRules ofTransactions) {
        this.ofTransactions = ofTransactions;
    }

    /** Those of a feed. */
    public LineRules of(Feed feed) {
        return feed.name().value().equals(Names.TRANSACTIONS) ? ofTransactions : LineRules.none();
    }
}
