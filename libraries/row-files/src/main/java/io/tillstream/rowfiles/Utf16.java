package io.tillstream.rowfiles;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Recognises text in UTF-16 without a byte order mark: every other byte of its ASCII letters is 0. */
final class Utf16 {

    private static final double NEARLY_ALL = 0.8;

    private Utf16() {}

    static boolean isMarked(byte[] start) {
        return start.length >= 2
                && ((start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)
                        || (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF));
    }

    /** The encoding, when these are its first bytes and it is UTF-16. */
    static Optional<Charset> guess(byte[] start) {
        int pairs = start.length / 2;
        int high = 0;
        int low = 0;
        for (int i = 0; i < pairs; i++) {
            high += start[2 * i] == 0 ? 1 : 0;
            low += start[2 * i + 1] == 0 ? 1 : 0;
        }
        if (pairs < 2 || Math.min(high, low) > 0) {
            return Optional.empty();
        }
        if (high > NEARLY_ALL * pairs) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return low > NEARLY_ALL * pairs ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }
}
