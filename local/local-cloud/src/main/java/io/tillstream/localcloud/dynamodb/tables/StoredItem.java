package io.tillstream.localcloud.dynamodb.tables;

import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemCodec;
import io.tillstream.localcloud.dynamodb.value.ItemSize;

/** An item with its bytes as they are stored, and the size that it counts for. */
@SuppressWarnings("ArrayRecordComponent")
public record StoredItem(Item item, byte[] bytes, int size) {

    public static StoredItem of(Item item) {
        return new StoredItem(item, ItemCodec.encode(item), ItemSize.of(item));
    }
}
