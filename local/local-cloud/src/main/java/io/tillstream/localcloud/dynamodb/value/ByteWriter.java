package io.tillstream.localcloud.dynamodb.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** An array of bytes that grows as it is written. */
final class ByteWriter {

    private byte[] bytes;
    private int size;

    ByteWriter(int capacity) {
        bytes = new byte[capacity];
    }

    void put(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void put(byte[] content) {
        room(content.length);
        System.arraycopy(content, 0, bytes, size, content.length);
        size += content.length;
    }

    void putSized(byte[] content) {
        putVarint(content.length);
        put(content);
    }

    void putSized(String text) {
        putSized(text.getBytes(UTF_8));
    }

    void putSized(ByteBuffer content) {
        int length = content.remaining();
        putVarint(length);
        room(length);
        content.get(content.position(), bytes, size, length);
        size += length;
    }

    /** Seven bits a byte, the lowest first; small numbers take one byte. */
    void putVarint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            put((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        put((int) rest);
    }

    /** As {@link #putVarint}, with negative numbers as short as positive ones. */
    void putSigned(long value) {
        putVarint((value << 1) ^ (value >> 63));
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
