package io.tillstream.ingest.rules;

import io.tillstream.model.FeedLine;

/** The result of applying the rules to a line. */
public sealed interface Ruling {

    /** The line to store: the same, or with fields hidden or added; its identity is that of the line given. */
    record Keep(FeedLine line) implements Ruling {}

    /** A rule wants the line dropped. */
    record Drop(String rule) implements Ruling {}

    /**
     * A rule could not be computed for the line, which must then not be stored, as something may be left in it that
     * had to be hidden.
     *
     * @param reason quotes nothing of the line
     */
    record Fail(String rule, String reason) implements Ruling {}
}
