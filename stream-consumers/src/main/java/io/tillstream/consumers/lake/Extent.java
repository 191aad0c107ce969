package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Position;
import java.util.Map;

/**
 * What an object of the lake covers of its shard. It stands in the object's metadata, so that whoever finds the object
 * knows where to go on.
 *
 * @param rows how many lines the object holds; fewer than it covers where some lay in the lake already
 */
record Extent(Position first, Position last, long rows) {

    private static final String FIRST = "first-sequence";
    private static final String FIRST_SUB = "first-sub-sequence";
    private static final String LAST = "last-sequence";
    private static final String LAST_SUB = "last-sub-sequence";
    private static final String ROWS = "rows";

    static Extent fromMetadata(Map<String, String> metadata) {
        return new Extent(
                position(metadata, FIRST, FIRST_SUB),
                position(metadata, LAST, LAST_SUB),
                Long.parseLong(required(metadata, ROWS)));
    }

    Map<String, String> toMetadata() {
        return Map.of(
                FIRST, first.sequence().toString(),
                FIRST_SUB, Long.toString(first.subSequence()),
                LAST, last.sequence().toString(),
                LAST_SUB, Long.toString(last.subSequence()),
                ROWS, Long.toString(rows));
    }

    private static Position position(Map<String, String> metadata, String sequence, String subSequence) {
        return Position.of(required(metadata, sequence), Long.parseLong(required(metadata, subSequence)));
    }

    private static String required(Map<String, String> metadata, String name) {
        String value = metadata.get(name);
        if (value == null) {
            throw new IllegalStateException("An object of the lake lacks the metadata " + name
                    + ": it was not written by this sink; move it away, and the shard continues");
        }
        return value;
    }
}
