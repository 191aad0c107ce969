package io.tillstream.ingest.rules;

import io.tillstream.model.FeedLine;
import io.tillstream.model.layout.FeedName;
import org.jspecify.annotations.Nullable;

/**
 * A rule ready to be applied.
 *
 * @param feed whose lines it is for
 * @param when the lines it applies to; absent for all
 */
record Rule(FeedName feed, String name, @Nullable Expression when, Effect effect) {

    boolean appliesTo(FeedLine line) throws RuleFailure {
        return when == null || Boolean.TRUE.equals(when.evaluate(line));
    }

    Ruling applyTo(FeedLine line) throws RuleFailure {
        return switch (effect) {
            case Effect.Drop drop -> new Ruling.Drop(name);
            case Effect.Hide hide -> new Ruling.Keep(hide.applyTo(line));
            case Effect.Derive derive -> new Ruling.Keep(derive.applyTo(line));
        };
    }
}
