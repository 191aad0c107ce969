package io.tillstream.localcloud.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** A record as it lies in a shard's log: the partition key before the data. */
record StoredRecord(String partitionKey, ByteBuffer data) {

    ByteBuffer encode() {
        byte[] key = partitionKey.getBytes(UTF_8);
        return ByteBuffer.allocate(Short.BYTES + key.length + data.remaining())
                .putShort((short) key.length)
                .put(key)
                .put(data.duplicate())
                .flip();
    }

    static StoredRecord decode(ByteBuffer payload) {
        ByteBuffer rest = payload.duplicate();
        byte[] key = new byte[rest.getShort()];
        rest.get(key);
        return new StoredRecord(new String(key, UTF_8), rest.slice());
    }
}
