package io.tillstream.model.codec;

/** Reads a form of a feed's lines. Never throws for what the bytes hold. */
@FunctionalInterface
public interface LineParser {

    /** The line in these bytes, or why there is none. */
    Decoded parse(byte[] bytes, int offset, int length);
}
