package io.tillstream.localcloud.dynamodb.tables;

import io.tillstream.localcloud.dynamodb.store.EntryRange;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.KeyAttribute;
import io.tillstream.localcloud.dynamodb.value.KeyCodec;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of entries: a byte that scatters partitions, the partition key, the sort key. Keys of an index end with the
 * key of the item in the table. Partitions whose keys are alike lie side by side within a bucket, so that what is
 * written together is stored together.
 */
public final class ItemKeys {

    private static final int BUCKETS = 256;
    private static final int SCATTER = 0x9E3779B9;

    private ItemKeys() {}

    /** The key of an item, or of what has at least its key attributes. */
    public static byte[] ofTable(KeySchema keys, Item item) {
        return joined(keys, item, new byte[0]);
    }

    /** The key of an item in an index, or null if it is not in the index. */
    public static byte @Nullable [] ofIndex(IndexDefinition index, KeySchema tableKeys, Item item) {
        boolean indexed = index.keys().all().allMatch(key -> hasKey(item, key));
        return indexed ? joined(index.keys(), item, ofTable(tableKeys, item)) : null;
    }

    private static boolean hasKey(Item item, KeyAttribute key) {
        Value value = item.get(key.name());
        return value != null && value.type().equals(key.type());
    }

    private static byte[] joined(KeySchema keys, Item item, byte[] suffix) {
        byte[] partition =
                ofPartition(keys.hash().stream().map(key -> valueOf(item, key)).toList());
        if (keys.range().isEmpty() && suffix.length == 0) {
            return partition;
        }
        ByteArrayOutputStream key = new ByteArrayOutputStream(partition.length + suffix.length + 32);
        key.writeBytes(partition);
        keys.range().forEach(range -> key.writeBytes(KeyCodec.encode(valueOf(item, range))));
        key.writeBytes(suffix);
        return key.toByteArray();
    }

    private static Value valueOf(Item item, KeyAttribute key) {
        Value value = item.get(key.name());
        if (value == null) {
            throw new IllegalArgumentException("No key " + key.name());
        }
        return value;
    }

    /** What all keys of a partition begin with. */
    public static byte[] ofPartition(List<Value> hash) {
        byte[] encoded = hash.size() == 1 ? KeyCodec.encode(hash.getFirst()) : encoded(hash);
        byte[] key = new byte[encoded.length + 1];
        System.arraycopy(encoded, 0, key, 1, encoded.length);
        key[0] = (byte) ((Arrays.hashCode(encoded) * SCATTER) >>> 24);
        return key;
    }

    private static byte[] encoded(List<Value> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        values.forEach(value -> bytes.writeBytes(KeyCodec.encode(value)));
        return bytes.toByteArray();
    }

    /** The share of a space that one of several segments of a scan reads. */
    public static EntryRange segment(long segment, long segments) {
        long first = Math.ceilDiv(segment * BUCKETS, segments);
        long last = Math.ceilDiv((segment + 1) * BUCKETS, segments);
        return new EntryRange(bucket(first), last >= BUCKETS ? null : bucket(last));
    }

    private static byte[] bucket(long number) {
        // Behind the last bucket there is nothing: two bytes that no key begins with.
        return number >= BUCKETS ? new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF} : new byte[] {(byte) number};
    }
}
