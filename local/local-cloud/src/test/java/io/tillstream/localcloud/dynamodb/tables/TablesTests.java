package io.tillstream.localcloud.dynamodb.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.value.KeyAttribute;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTests {

    private static final String NAME = "trips";

    @TempDir
    private Path folder;

    @Test
    void whatCouldNotBeStoredDoesNotShow() {
        EntryStore store = EntryStore.open(folder);
        Tables tables = new Tables(store, Clock.systemUTC());
        TableDefinition table = table(tables.newSpace());
        tables.create(table);
        store.close();

        assertThatThrownBy(() -> tables.change(NAME, before -> before.withTags(Map.of("a", "b"))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tables.delete(NAME)).isInstanceOf(IllegalStateException.class);
        assertThat(tables.described(NAME)).isEqualTo(table);
    }

    @Test
    void holdsWhatItHeldWhenOpenedAgain() {
        TableDefinition changed;
        try (EntryStore store = EntryStore.open(folder)) {
            Tables tables = new Tables(store, Clock.systemUTC());
            tables.create(table(tables.newSpace()));
            changed = tables.change(NAME, before -> before.withTags(Map.of("a", "b")));
            assertThat(tables.described(NAME)).isEqualTo(changed);
        }
        try (EntryStore store = EntryStore.open(folder)) {
            Tables tables = new Tables(store, Clock.systemUTC());
            assertThat(tables.all()).containsExactly(changed);
            assertThat(tables.newSpace()).isGreaterThan(changed.space());
            tables.delete(NAME);
            assertThat(tables.all()).isEmpty();
        }
    }

    private static TableDefinition table(int space) {
        return new TableDefinition(
                NAME,
                "id",
                Instant.EPOCH,
                space,
                Map.of("p", "S"),
                new KeySchema(List.of(new KeyAttribute("p", "S")), List.of()),
                List.of(),
                new TableSettings(Instant.EPOCH, Throughput.ON_DEMAND, null, null, false, null, false, null, null),
                null,
                Map.of(),
                Instant.EPOCH,
                false,
                false);
    }
}
