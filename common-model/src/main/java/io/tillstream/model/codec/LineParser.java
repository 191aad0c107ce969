package io.tillstream.model.codec;

import io.tillstream.model.FeedLine;
import java.util.function.Function;

/** Reads a form of a feed's lines. Never throws for what the bytes hold. */
@FunctionalInterface
public interface LineParser {

    /** The line in these bytes, or why there is none. */
    Decoded parse(byte[] bytes, int offset, int length);

    /** Of lines of one version, by the columns of their table. */
    static LineParser of(LineTable table, int version, Function<LineValues, FeedLine> line) {
        return new TableParser(table, version, line);
    }

    /** Of lines that have no version, by the columns of their table. */
    static LineParser of(LineTable table, Function<LineValues, FeedLine> line) {
        return new TableParser(table, 0, line);
    }
}
