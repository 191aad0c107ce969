package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.store.EntryView;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.time.Duration;

/** What a read sees: the entries as they are or, if it is content with that and a fault asks for it, as they were. */
final class ReadViews {

    private final EntryStore store;
    private final EntryFaults faults;

    ReadViews(EntryStore store, EntryFaults faults) {
        this.store = store;
        this.faults = faults;
    }

    EntryView of(String operation, String table, boolean consistent) {
        Duration age = consistent ? Duration.ZERO : faults.ageOfRead(DynamoDbOperation.target(operation), table);
        return age.isZero() ? store : store.past(age);
    }
}
