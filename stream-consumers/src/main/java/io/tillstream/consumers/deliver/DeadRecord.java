package io.tillstream.consumers.deliver;

import io.tillstream.consumers.decode.DecodedRecord;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.StreamLine;
import java.time.Instant;

/**
 * What can never be delivered, with the reason and the bytes as they came.
 *
 * @param stage where it failed, and so where it has to begin again after a fix
 */
@SuppressWarnings("ArrayRecordComponent") // Kept as they came.
public record DeadRecord(Stage stage, Position position, Instant arrival, byte[] bytes, String reason) {

    /** The step at which a record failed. */
    public enum Stage {
        /** It is no line. No sink has it. */
        DECODE,
        /** It is a line that this sink's store refuses. Other sinks may have it. */
        STORE
    }

    static DeadRecord undecodable(DecodedRecord.Undecodable undecodable) {
        return new DeadRecord(
                Stage.DECODE, undecodable.position(), undecodable.arrival(), undecodable.bytes(), undecodable.reason());
    }

    static DeadRecord refused(StreamLine line, String reason) {
        return new DeadRecord(Stage.STORE, line.position(), line.arrival(), line.wire(), reason);
    }
}
