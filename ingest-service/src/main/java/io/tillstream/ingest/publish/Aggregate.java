package io.tillstream.ingest.publish;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several lines as one record in the format of the Kinesis Producer Library: four magic bytes, a protobuf message, its
 * MD5. KCL takes it apart, and drops it whole if a line of it hashes outside the shard that the record landed on.
 * Therefore every line names one and the same explicit hash key, and the record must be sent to that key: wherever a
 * split or a merge lets it land, its lines belong there. They keep their own partition keys.
 *
 * <p>The message is {@code AggregatedRecord {repeated string partition_key_table = 1; repeated string
 * explicit_hash_key_table = 2; repeated Record records = 3}} of {@code Record {uint64 partition_key_index = 1; uint64
 * explicit_hash_key_index = 2; bytes data = 3}}: few enough fields to write them by hand.
 */
final class Aggregate {

    /** The most bytes that a line takes beyond its own: tags, indexes and lengths. */
    static final int OVERHEAD_PER_LINE = 19;

    /** The most bytes that a partition key takes beyond its own: tag and length. */
    static final int OVERHEAD_PER_KEY = 3;

    /** The most bytes that an aggregate takes beside its lines and partition keys: magic, hash key, MD5. */
    static final int OVERHEAD = 4 + 2 + 39 + 16;

    private static final byte[] MAGIC = {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2};
    private static final int PARTITION_KEY_TABLE = (1 << 3) | 2;
    private static final int EXPLICIT_HASH_KEY_TABLE = (2 << 3) | 2;
    private static final int RECORDS = (3 << 3) | 2;
    private static final int PARTITION_KEY_INDEX = 1 << 3;
    private static final int EXPLICIT_HASH_KEY_INDEX = 2 << 3;
    private static final int DATA = (3 << 3) | 2;

    private Aggregate() {}

    static byte[] of(HashKey hashKey, List<EncodedLine> lines) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        int[] indexes = indexes(lines, keys);
        ProtobufWriter out = new ProtobufWriter(mostBytes(keys, lines));
        out.raw(MAGIC);
        keys.keySet().forEach(key -> out.bytes(PARTITION_KEY_TABLE, key.getBytes(UTF_8)));
        out.bytes(EXPLICIT_HASH_KEY_TABLE, hashKey.toString().getBytes(US_ASCII));
        for (int i = 0; i < lines.size(); i++) {
            record(out, indexes[i], lines.get(i).bytes());
        }
        MessageDigest md5 = KeyHash.md5();
        out.digest(md5, MAGIC.length);
        out.raw(md5.digest());
        return out.toByteArray();
    }

    /** Which of the keys each line has; keys that are not there yet are added. */
    private static int[] indexes(List<EncodedLine> lines, Map<String, Integer> keys) {
        int[] indexes = new int[lines.size()];
        String last = "";
        int index = 0;
        for (int i = 0; i < indexes.length; i++) {
            String key = lines.get(i).partitionKey();
            if (!key.equals(last)) {
                Integer known = keys.putIfAbsent(key, keys.size());
                index = known == null ? keys.size() - 1 : known;
                last = key;
            }
            indexes[i] = index;
        }
        return indexes;
    }

    private static void record(ProtobufWriter out, int key, byte[] line) {
        int length = 4 + ProtobufWriter.length(key) + ProtobufWriter.length(line.length) + line.length;
        out.varint(RECORDS);
        out.varint(length);
        out.varint(PARTITION_KEY_INDEX);
        out.varint(key);
        out.varint(EXPLICIT_HASH_KEY_INDEX);
        out.varint(0);
        out.bytes(DATA, line);
    }

    private static int mostBytes(Map<String, Integer> keys, List<EncodedLine> lines) {
        int most = OVERHEAD;
        for (String key : keys.keySet()) {
            // A character takes at most three bytes.
            most += 3 * key.length() + OVERHEAD_PER_KEY;
        }
        for (EncodedLine line : lines) {
            most += line.bytes().length + OVERHEAD_PER_LINE;
        }
        return most;
    }
}
