package io.tillstream.localcloud.dynamodb.store;

import java.util.ArrayList;
import java.util.List;

/** Changes that are stored together or not at all. It is filled by one thread and does not show in reads before. */
public final class EntryBatch {

    private final List<EntryChange> changes = new ArrayList<>();

    private long nextNumber;

    EntryBatch(long firstNumber) {
        this.nextNumber = firstNumber;
    }

    /** A number that no other call gets in a batch that is stored; those of later calls are higher. */
    public long nextNumber() {
        return nextNumber++;
    }

    public void put(int space, byte[] key, byte[] value) {
        changes.add(new EntryChange.Put(space, key, value));
    }

    public void delete(int space, byte[] key) {
        changes.add(new EntryChange.Delete(space, key));
    }

    /** Deletes all entries of a space. */
    public void drop(int space) {
        changes.add(new EntryChange.Drop(space));
    }

    List<EntryChange> changes() {
        return changes;
    }
}
