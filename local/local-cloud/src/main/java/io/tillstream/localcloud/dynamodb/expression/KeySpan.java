package io.tillstream.localcloud.dynamodb.expression;

import java.util.Arrays;

/** Keys in a row: from the first bytes on, until before the last. */
@SuppressWarnings("ArrayRecordComponent")
public record KeySpan(byte[] from, byte[] until) {

    /** All keys that begin with the bytes given. */
    public static KeySpan startingWith(byte[] prefix) {
        return new KeySpan(prefix, after(prefix));
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    /** The least bytes that come after all that begin with the bytes given; without any such, 0xFF on and on. */
    static byte[] after(byte[] prefix) {
        for (int i = prefix.length - 1; i >= 0; i--) {
            if (prefix[i] != (byte) 0xFF) {
                byte[] next = Arrays.copyOf(prefix, i + 1);
                next[i]++;
                return next;
            }
        }
        byte[] highest = new byte[prefix.length + 1];
        Arrays.fill(highest, (byte) 0xFF);
        return highest;
    }
}
