package io.tillstream.ingest.rules;

import io.tillstream.model.FeedLine;

/**
 * What the operator wants done with every line before it is stored. Cannot run code, reach out or take long; safe for
 * use by several threads.
 */
@FunctionalInterface
public interface LineRules {

    /** Applies the rules in their order, each to the line as the one before it left it. Never throws for a line. */
    Ruling apply(FeedLine line);

    /** No rules: every line is kept as it is. */
    static LineRules none() {
        return Ruling.Keep::new;
    }
}
