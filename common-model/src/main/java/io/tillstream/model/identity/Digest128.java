package io.tillstream.model.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The first 128 bits of a SHA-256 over a sequence of values, each preceded by its length, so that no two sequences
 * are encoded alike. Not safe for use by several threads.
 */
public final class Digest128 {

    /** A hash; as text, 32 hexadecimal digits. */
    public record Hash(long high, long low) {
        @Override
        public String toString() {
            return hex(high) + hex(low);
        }

        private static String hex(long bits) {
            String digits = Long.toHexString(bits);
            return "0".repeat(Long.BYTES * 2 - digits.length()) + digits;
        }
    }

    private static final int ABSENT = -1;

    private final MessageDigest sha256 = sha256();

    /**
     * The values of the next hash. Kept together, because each update of a digest costs as much as hashing many bytes.
     */
    private ByteBuffer values = ByteBuffer.allocate(512);

    /** Adds a text, or its absence. */
    public Digest128 add(@Nullable String text) {
        if (text == null) {
            room(Integer.BYTES).putInt(ABSENT);
            return this;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
        return this;
    }

    /** Adds a number. */
    public Digest128 add(long number) {
        room(Long.BYTES).putLong(number);
        return this;
    }

    /** The hash of what was added, after which the next one begins. */
    public Hash finish() {
        sha256.update(values.flip());
        values.clear();
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
        return new Hash(digest.getLong(), digest.getLong());
    }

    private ByteBuffer room(int bytes) {
        if (values.remaining() < bytes) {
            values = ByteBuffer.allocate(2 * values.capacity() + bytes).put(values.flip());
        }
        return values;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
