package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.store.EntryCursor;
import io.tillstream.localcloud.dynamodb.store.EntryRange;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.ChangeRecord;
import io.tillstream.localcloud.dynamodb.tables.ChangeStream;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Forgets the records of streams that are a day old. */
public final class ChangeStreamSweep {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int RECORDS_AT_ONCE = 1_000;

    private final EntryStore store;
    private final Tables tables;

    public ChangeStreamSweep(EntryStore store, Tables tables) {
        this.store = store;
        this.tables = tables;
    }

    public void sweep() {
        Instant oldest = tables.now().minus(KEPT);
        tables.all().stream()
                .flatMap(table -> Stream.ofNullable(table.settings().changeStream()))
                .forEach(stream -> sweep(stream, oldest));
    }

    private void sweep(ChangeStream stream, Instant oldest) {
        List<byte[]> old = someBefore(stream, oldest);
        while (!old.isEmpty()) {
            List<byte[]> keys = old;
            store.write(batch -> {
                keys.forEach(key -> batch.delete(stream.space(), key));
                return batch;
            });
            old = someBefore(stream, oldest);
        }
    }

    private List<byte[]> someBefore(ChangeStream stream, Instant oldest) {
        List<byte[]> keys = new ArrayList<>();
        EntryCursor cursor = store.cursor(stream.space(), EntryRange.ALL, true);
        while (keys.size() < RECORDS_AT_ONCE
                && cursor.next()
                && ChangeRecord.decode(cursor.value()).time().isBefore(oldest)) {
            keys.add(cursor.key());
        }
        return keys;
    }
}
