package io.tillstream.consumers.sink;

import io.tillstream.model.FeedLine;
import java.time.Instant;

/**
 * A line as it was delivered.
 *
 * @param arrival when Kinesis took the record: the same at every redelivery
 * @param wire the JSON of the line as it travelled; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Copying every line's bytes to guard them would cost more than it saves.
public record StreamLine(Position position, Instant arrival, FeedLine line, byte[] wire) {

    /** Shows the place and the identity, and no customer data. */
    @Override
    public String toString() {
        return "StreamLine[" + position + " " + line + "]";
    }
}
