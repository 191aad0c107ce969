package io.tillstream.ingest.rules;

import io.tillstream.model.FeedLine;
import org.jspecify.annotations.Nullable;

/**
 * A rule ready to be applied.
 *
 * @param when the lines it applies to; absent for all
 */
record Rule(String name, @Nullable Expression when, Effect effect) {

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
