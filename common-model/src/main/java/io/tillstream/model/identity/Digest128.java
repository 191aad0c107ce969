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

    private static final byte[] ABSENT = {-1, -1, -1, -1};

    private final MessageDigest sha256 = sha256();

    /** Adds a text, or that there is none. */
    public Digest128 add(@Nullable String text) {
        if (text == null) {
            sha256.update(ABSENT);
            return this;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update(ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array());
        return this;
    }

    /** Adds a number. */
    public Digest128 add(long number) {
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    /** The hash of what was added, after which the next one begins. */
    public Hash finish() {
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
        return new Hash(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
