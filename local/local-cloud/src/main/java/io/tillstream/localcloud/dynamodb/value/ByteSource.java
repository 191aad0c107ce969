package io.tillstream.localcloud.dynamodb.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads back what a {@link ByteWriter} has written. */
final class ByteSource {

    private final byte[] bytes;
    private int position;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    int next() {
        return bytes[position++];
    }

    int nextLength() {
        return (int) nextVarint();
    }

    long nextVarint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = bytes[position++];
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }

    long nextSigned() {
        long value = nextVarint();
        return (value >>> 1) ^ -(value & 1);
    }

    String nextText() {
        int length = nextLength();
        String text = new String(bytes, position, length, UTF_8);
        position += length;
        return text;
    }

    byte[] nextBytes() {
        int length = nextLength();
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    ByteBuffer nextBuffer() {
        return ByteBuffer.wrap(nextBytes());
    }
}
