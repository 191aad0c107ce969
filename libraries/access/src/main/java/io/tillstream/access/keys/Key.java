package io.tillstream.access.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A key as its holder has it: {@code tsk_<id>_<secret>}, of which the secret is 256 random bits. The id says which entry
 * to compare it with.
 */
public final class Key {

    /** What every key begins with, and no JWT does. */
    public static final String PREFIX = "tsk_";

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    Key(String text) {
        this.text = text;
    }

    /** A key that nobody has. */
    static Key random(String id) {
        if (!KeyEntry.ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an id is 1 to 64 letters, digits, points and hyphens");
        }
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new Key(
                PREFIX + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** The id, if this looks like a key at all. */
    Optional<String> id() {
        int end = text.indexOf('_', PREFIX.length());
        return text.startsWith(PREFIX) && end > 0
                ? Optional.of(text.substring(PREFIX.length(), end))
                : Optional.empty();
    }

    /** The SHA-256 of the whole key: 64 hexadecimal digits in lower case. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The key itself, to be told once. */
    String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "a key";
    }
}
