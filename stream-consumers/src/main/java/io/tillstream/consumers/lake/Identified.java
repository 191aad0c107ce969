package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.FeedLine;
import io.tillstream.model.identity.ContentHashing;
import io.tillstream.model.identity.Digest128;
import java.time.Instant;

/**
 * What is kept of a line until it is written: its JSON, and a digest of its identity and what it says: two
 * versions of a line are both kept, for a reader to choose.
 *
 * @param arrival when Kinesis took it
 * @param taken when this process did
 */
@SuppressWarnings("ArrayRecordComponent") // As in the line it was made from.
record Identified(Position position, Instant arrival, Instant taken, byte[] wire, Digest128.Hash identity) {

    /**
     * @param hashing of the line's feed
     * @param digest to be used for this, by one thread at a time
     */
    static Identified of(StreamLine line, Instant taken, ContentHashing hashing, Digest128 digest) {
        FeedLine said = line.line();
        return new Identified(line.position(), line.arrival(), taken, line.wire(), hashing.of(said, digest));
    }

    /** In bytes, with the line end. */
    int size() {
        return wire.length + 1;
    }
}
