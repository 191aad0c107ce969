package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.ReportLines;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param reason why it did not come to its end
 */
record RunEnding(Kind kind, @Nullable String reason) {

    static final RunEnding COMPLETE = new RunEnding(Kind.COMPLETE, null);
    static final RunEnding INTERRUPTED = new RunEnding(Kind.INTERRUPTED, null);

    enum Kind {
        COMPLETE,
        INTERRUPTED,
        GAVE_UP
    }

    static RunEnding gaveUp(String reason) {
        return new RunEnding(Kind.GAVE_UP, reason);
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

    /** The form of what is said before it. */
    static ReportLines lines() {
        return new ReportLines("%-11s %s");
    }
}
