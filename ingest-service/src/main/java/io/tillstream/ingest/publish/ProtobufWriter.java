package io.tillstream.ingest.publish;

import java.security.MessageDigest;
import java.util.Arrays;

/** Writes the few forms of protobuf that an aggregate needs into an array of a size known beforehand. */
final class ProtobufWriter {

    private final byte[] buffer;
    private int end;

    ProtobufWriter(int mostBytes) {
        buffer = new byte[mostBytes];
    }

    /** How many bytes a varint takes. */
    static int length(int value) {
        return value < 0x80 ? 1 : 1 + length(value >>> 7);
    }

    void varint(int value) {
        int rest = value;
        while (rest > 0x7F) {
            buffer[end++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        buffer[end++] = (byte) rest;
    }

    void bytes(int tag, byte[] bytes) {
        varint(tag);
        varint(bytes.length);
        raw(bytes);
    }

    void raw(byte[] bytes) {
        System.arraycopy(bytes, 0, buffer, end, bytes.length);
        end += bytes.length;
    }

    /** Digests what was written from there on. */
    void digest(MessageDigest digest, int from) {
        digest.update(buffer, from, end - from);
    }

    byte[] toByteArray() {
        return Arrays.copyOf(buffer, end);
    }
}
