package io.tillstream.ingest.publish;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Several lines of one partition key as one record in the format of the Kinesis Producer Library: four magic bytes, a
 * protobuf message, its MD5. KCL takes it apart, and drops it whole if a line of it hashes to another shard than the
 * record itself; lines that share the record's partition key cannot.
 *
 * <p>The message is {@code AggregatedRecord {repeated string partition_key_table = 1; repeated Record records = 3}}
 * of {@code Record {uint64 partition_key_index = 1; bytes data = 3}}: few enough fields to write them by hand.
 */
final class Aggregate {

    /** The most bytes that a line takes beyond its own: two tags and two lengths around it, and its key's index. */
    static final int OVERHEAD_PER_LINE = 16;

    private static final byte[] MAGIC = {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2};
    private static final int PARTITION_KEY_TABLE = (1 << 3) | 2;
    private static final int RECORDS = (3 << 3) | 2;
    private static final int PARTITION_KEY_INDEX = 1 << 3;
    private static final int DATA = (3 << 3) | 2;

    private Aggregate() {}

    static byte[] of(String partitionKey, Iterable<byte[]> lines) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        writeBytes(message, PARTITION_KEY_TABLE, partitionKey.getBytes(StandardCharsets.UTF_8));
        for (byte[] line : lines) {
            writeRecord(message, line);
        }
        byte[] bytes = message.toByteArray();
        ByteArrayOutputStream aggregate = new ByteArrayOutputStream(bytes.length + 20);
        aggregate.writeBytes(MAGIC);
        aggregate.writeBytes(bytes);
        aggregate.writeBytes(md5().digest(bytes));
        return aggregate.toByteArray();
    }

    private static void writeRecord(ByteArrayOutputStream out, byte[] line) {
        writeVarint(out, RECORDS);
        writeVarint(out, 3 + lengthOfVarint(line.length) + line.length);
        writeVarint(out, PARTITION_KEY_INDEX);
        writeVarint(out, 0);
        writeBytes(out, DATA, line);
    }

    private static void writeBytes(ByteArrayOutputStream out, int tag, byte[] bytes) {
        writeVarint(out, tag);
        writeVarint(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void writeVarint(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest > 0x7F) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static int lengthOfVarint(int value) {
        return value < 0x80 ? 1 : 1 + lengthOfVarint(value >>> 7);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}
