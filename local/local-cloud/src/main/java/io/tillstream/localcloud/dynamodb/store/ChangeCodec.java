package io.tillstream.localcloud.dynamodb.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A batch as one record of the log, so that it is there whole or not at all. */
final class ChangeCodec {

    private static final byte PUT = 1;
    private static final byte DELETE = 2;
    private static final byte DROP = 3;
    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    private ChangeCodec() {}

    static ByteBuffer encode(List<EntryChange> changes) {
        int bytes = 0;
        for (EntryChange change : changes) {
            bytes += sizeOf(change);
        }
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        for (EntryChange change : changes) {
            write(buffer, change);
        }
        return buffer.flip();
    }

    static List<EntryChange> decode(ByteBuffer buffer) {
        List<EntryChange> changes = new ArrayList<>();
        while (buffer.hasRemaining()) {
            changes.add(read(buffer));
        }
        return changes;
    }

    private static int sizeOf(EntryChange change) {
        return HEADER_BYTES
                + switch (change) {
                    case EntryChange.Put put -> 2 * Integer.BYTES + put.key().length + put.value().length;
                    case EntryChange.Delete delete -> Integer.BYTES + delete.key().length;
                    case EntryChange.Drop drop -> 0;
                };
    }

    private static void write(ByteBuffer buffer, EntryChange change) {
        switch (change) {
            case EntryChange.Put put -> {
                buffer.put(PUT).putInt(put.space());
                write(buffer, put.key());
                write(buffer, put.value());
            }
            case EntryChange.Delete delete -> {
                buffer.put(DELETE).putInt(delete.space());
                write(buffer, delete.key());
            }
            case EntryChange.Drop drop -> buffer.put(DROP).putInt(drop.space());
        }
    }

    private static EntryChange read(ByteBuffer buffer) {
        byte kind = buffer.get();
        int space = buffer.getInt();
        return switch (kind) {
            case PUT -> new EntryChange.Put(space, readBytes(buffer), readBytes(buffer));
            case DELETE -> new EntryChange.Delete(space, readBytes(buffer));
            case DROP -> new EntryChange.Drop(space);
            default -> throw new IllegalStateException("Unknown change in the log: " + kind);
        };
    }

    private static void write(ByteBuffer buffer, byte[] bytes) {
        buffer.putInt(bytes.length).put(bytes);
    }

    private static byte[] readBytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.getInt()];
        buffer.get(bytes);
        return bytes;
    }
}
