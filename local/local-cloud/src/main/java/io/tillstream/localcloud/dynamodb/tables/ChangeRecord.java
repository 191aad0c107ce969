package io.tillstream.localcloud.dynamodb.tables;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemCodec;
import io.tillstream.localcloud.dynamodb.value.Value;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change of an item, as a stream keeps it.
 *
 * @param event {@code INSERT}, {@code MODIFY} or {@code REMOVE}
 * @param expired whether the item was deleted because its time had come
 * @param before the item before, if there was one and the stream tells it
 * @param after the item after, likewise
 */
public record ChangeRecord(
        Instant time,
        String event,
        boolean expired,
        Item keys,
        @Nullable Item before,
        @Nullable Item after) {

    private static final String TIME = "time";
    private static final String EVENT = "event";
    private static final String EXPIRED = "expired";
    private static final String KEYS = "keys";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    /** What a stream keeps of a change; one of the two items may be missing. */
    static ChangeRecord of(
            ChangeStream stream,
            KeySchema keys,
            @Nullable Item before,
            @Nullable Item after,
            Instant time,
            boolean expired) {
        Item one = after == null ? (before == null ? Item.EMPTY : before) : after;
        return new ChangeRecord(
                time,
                before == null ? "INSERT" : after == null ? "REMOVE" : "MODIFY",
                expired,
                one.only(keys.names()),
                stream.tellsBefore() ? before : null,
                stream.tellsAfter() ? after : null);
    }

    /** The key of the record with a number. */
    public static byte[] key(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    /** The number of the record with a key. */
    public static long number(byte[] key) {
        return ByteBuffer.wrap(key).getLong();
    }

    byte[] encode() {
        Map<String, Value> parts = new LinkedHashMap<>();
        parts.put(TIME, new Value.Num(BigDecimal.valueOf(time.toEpochMilli())));
        parts.put(EVENT, new Value.Text(event));
        parts.put(EXPIRED, new Value.Bool(expired));
        parts.put(KEYS, new Value.MapValue(keys.attributes()));
        if (before != null) {
            parts.put(BEFORE, new Value.MapValue(before.attributes()));
        }
        if (after != null) {
            parts.put(AFTER, new Value.MapValue(after.attributes()));
        }
        return ItemCodec.encode(new Item(parts));
    }

    public static ChangeRecord decode(byte[] bytes) {
        Item parts = ItemCodec.decode(bytes);
        if (parts.get(TIME) instanceof Value.Num time
                && parts.get(EVENT) instanceof Value.Text event
                && parts.get(KEYS) instanceof Value.MapValue keys) {
            return new ChangeRecord(
                    Instant.ofEpochMilli(time.value().longValueExact()),
                    event.value(),
                    parts.get(EXPIRED) instanceof Value.Bool expired && expired.value(),
                    new Item(keys.entries()),
                    item(parts.get(BEFORE)),
                    item(parts.get(AFTER)));
        }
        throw new IllegalStateException(
                "No record of a change: " + parts.attributes().keySet());
    }

    private static @Nullable Item item(@Nullable Value value) {
        return value instanceof Value.MapValue map ? new Item(map.entries()) : null;
    }
}
