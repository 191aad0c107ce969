package io.tillstream.consumers.reprocess;

import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param reason why it did not come to its end
 */
record RunEnding(Kind kind, @Nullable String reason) {

    enum Kind {
        COMPLETE,
        INTERRUPTED,
        GAVE_UP
    }

    boolean isComplete() {
        return kind == Kind.COMPLETE;
    }

    /** For the report: one sentence, or nothing. */
    String sentence() {
        return switch (kind) {
            case COMPLETE -> "";
            case INTERRUPTED -> "Interrupted.";
            case GAVE_UP -> "Gave up: " + reason + ".";
        };
    }
}
