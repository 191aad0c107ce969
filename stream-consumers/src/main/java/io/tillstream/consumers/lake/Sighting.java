package io.tillstream.consumers.lake;

import io.tillstream.model.identity.Digest128;
import java.time.Instant;
import java.util.List;

/**
 * The identities of lines that were saved together, in stream order.
 *
 * @param arrival when the last of them came
 * @param digests two longs for each
 */
@SuppressWarnings("ArrayRecordComponent") // A million objects would cost five times as much.
record Sighting(Instant arrival, long[] digests) {

    /** Of lines, at least one. */
    static Sighting of(List<Identified> lines) {
        long[] digests = new long[2 * lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            Digest128.Hash identity = lines.get(i).identity();
            digests[2 * i] = identity.high();
            digests[2 * i + 1] = identity.low();
        }
        return new Sighting(lines.getLast().arrival(), digests);
    }

    int count() {
        return digests.length / 2;
    }
}
