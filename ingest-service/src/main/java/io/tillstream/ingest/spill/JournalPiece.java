package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A piece of a journal: a frame, or bytes that are none. */
sealed interface JournalPiece {

    int from();

    int to();

    /** A frame that is as it was written. */
    record Whole(int from, int to, ByteBuffer payload) implements JournalPiece {

        Instant spilledAt() {
            return Instant.ofEpochMilli(payload.getLong(0));
        }

        int rows() {
            return payload.getInt(Long.BYTES);
        }

        List<EncodedLine> lines() {
            ByteBuffer rest = payload.slice(Long.BYTES + Integer.BYTES, payload.limit() - Long.BYTES - Integer.BYTES);
            List<EncodedLine> lines = new ArrayList<>(rows());
            for (int i = 0; i < rows(); i++) {
                String key = new String(next(rest), StandardCharsets.UTF_8);
                lines.add(new EncodedLine(key, next(rest)));
            }
            return lines;
        }

        private static byte[] next(ByteBuffer rest) {
            byte[] bytes = new byte[rest.getInt()];
            rest.get(bytes);
            return bytes;
        }
    }

    /** Bytes up to the next frame, or to the end, that are not a frame. */
    record Unreadable(int from, int to) implements JournalPiece {}

    /** What begins at a place short of the end. */
    static JournalPiece at(ByteBuffer bytes, int from) {
        int end = JournalFrame.end(bytes, from);
        if (end > 0) {
            int payload = from + JournalFrame.HEADER_BYTES;
            return new Whole(from, end, bytes.slice(payload, end - payload));
        }
        int next = from + 1;
        while (next < bytes.limit() && JournalFrame.end(bytes, next) < 0) {
            next++;
        }
        return new Unreadable(from, next);
    }
}
