package io.tillstream.model.codec;

import io.tillstream.model.FeedLine;

/** The result of decoding one record: a line, or the reason why there is none. */
public sealed interface Decoded {

    /** The bytes hold a line. */
    record Line(FeedLine line) implements Decoded {}

    /** The bytes hold no line; the reason quotes nothing of them. */
    record Undecodable(String reason) implements Decoded {}
}
