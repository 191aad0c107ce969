package io.tillstream.localcloud.storage;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** How a record is stored in a segment: length, checksum, time, payload. The checksum covers time and payload. */
record LogFrame(long timeMillis, ByteBuffer payload) {

    static final int HEADER_BYTES = Integer.BYTES + Integer.BYTES + Long.BYTES;

    private static final int MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

    int bytes() {
        return HEADER_BYTES + payload.remaining();
    }

    void writeTo(ByteBuffer target) {
        int start = target.position();
        int bodyStart = start + 2 * Integer.BYTES;
        target.position(bodyStart).putLong(timeMillis).put(payload.duplicate());
        int checksum = checksum(target.slice(bodyStart, target.position() - bodyStart));
        target.putInt(start, payload.remaining()).putInt(start + Integer.BYTES, checksum);
    }

    /** The next frame, or null where the file ends or, after a crash amid a write, stops making sense. */
    static @Nullable LogFrame read(DataInputStream input) throws IOException {
        try {
            int length = input.readInt();
            int checksum = input.readInt();
            if (length < 0 || length > MAX_PAYLOAD_BYTES) {
                return null;
            }
            byte[] bytes = input.readNBytes(Long.BYTES + length);
            ByteBuffer body = ByteBuffer.wrap(bytes);
            if (bytes.length < Long.BYTES + length || checksum != checksum(body)) {
                return null;
            }
            return new LogFrame(body.getLong(), body.slice());
        } catch (EOFException e) {
            return null;
        }
    }

    private static int checksum(ByteBuffer body) {
        CRC32C crc = new CRC32C();
        crc.update(body.duplicate());
        return (int) crc.getValue();
    }
}
