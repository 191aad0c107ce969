package io.tillstream.ingest.spill;

import io.tillstream.ingest.publish.EncodedLine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Some lines as a journal stores them: magic, length and checksum; then the time they were spilled and the lines. The
 * magic holds bytes that UTF-8 never does, so that no row can pass for a frame.
 */
final class JournalFrame {

    static final int HEADER_BYTES = 3 * Integer.BYTES;

    private static final int MAGIC = 0xFF_FE_53_01;
    private static final int PAYLOAD_BYTES = Long.BYTES + Integer.BYTES;

    /** Small, so that lines can be published in portions as small as the stream takes. */
    private static final int ENOUGH_BYTES = 64 * 1024;

    private final byte[] bytes;
    private final int rows;

    private JournalFrame(byte[] bytes, int rows) {
        this.bytes = bytes;
        this.rows = rows;
    }

    /** As many frames as the lines need, in their order. */
    static List<JournalFrame> of(List<EncodedLine> lines, Instant spilledAt) {
        List<JournalFrame> frames = new ArrayList<>();
        int first = 0;
        int size = PAYLOAD_BYTES;
        for (int i = 0; i < lines.size(); i++) {
            size += sizeOf(lines.get(i));
            if (size >= ENOUGH_BYTES || i == lines.size() - 1) {
                frames.add(frame(lines.subList(first, i + 1), size, spilledAt));
                first = i + 1;
                size = PAYLOAD_BYTES;
            }
        }
        return frames;
    }

    /** The bytes themselves, not a copy. */
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return bytes.length;
    }

    int rows() {
        return rows;
    }

    /** Where the whole frame that begins here ends, or -1 when none does. */
    static int end(ByteBuffer bytes, int from) {
        int room = bytes.limit() - from - HEADER_BYTES;
        if (room < PAYLOAD_BYTES || bytes.getInt(from) != MAGIC) {
            return -1;
        }
        int length = bytes.getInt(from + Integer.BYTES);
        boolean fits = length >= PAYLOAD_BYTES && length <= room;
        return fits && bytes.getInt(from + 2 * Integer.BYTES) == checksum(bytes, from, length)
                ? from + HEADER_BYTES + length
                : -1;
    }

    private static int sizeOf(EncodedLine line) {
        return 2 * Integer.BYTES + key(line).length + line.bytes().length;
    }

    private static JournalFrame frame(List<EncodedLine> lines, int length, Instant spilledAt) {
        byte[] bytes = new byte[HEADER_BYTES + length];
        ByteBuffer frame = ByteBuffer.wrap(bytes);
        frame.putInt(MAGIC).putInt(length).putInt(0);
        frame.putLong(spilledAt.toEpochMilli()).putInt(lines.size());
        for (EncodedLine line : lines) {
            byte[] key = key(line);
            frame.putInt(key.length).put(key);
            frame.putInt(line.bytes().length).put(line.bytes());
        }
        frame.flip();
        frame.putInt(2 * Integer.BYTES, checksum(frame, 0, length));
        return new JournalFrame(bytes, lines.size());
    }

    /** Covers the length and all behind the checksum. */
    private static int checksum(ByteBuffer bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(from + Integer.BYTES, Integer.BYTES));
        crc.update(bytes.slice(from + HEADER_BYTES, length));
        return (int) crc.getValue();
    }

    private static byte[] key(EncodedLine line) {
        return line.partitionKey().getBytes(StandardCharsets.UTF_8);
    }
}
