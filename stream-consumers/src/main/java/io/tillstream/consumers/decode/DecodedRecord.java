package io.tillstream.consumers.decode;

import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.StreamLine;
import java.time.Instant;

/** The result of decoding a record of the stream. */
public sealed interface DecodedRecord {

    Position position();

    /** A line. */
    record Line(StreamLine line) implements DecodedRecord {
        @Override
        public Position position() {
            return line.position();
        }
    }

    /** Bytes that are no line, now or ever. */
    @SuppressWarnings("ArrayRecordComponent") // Kept as they came, for the dead letter.
    record Undecodable(Position position, Instant arrival, byte[] bytes, String reason) implements DecodedRecord {}
}
