package io.tillstream.localcloud.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.localcloud.dynamodb.store.EntryBatch;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;

class UnreadableTablesTests {

    @TempDir
    private Path folder;

    @Test
    void aFolderThatCouldNotBeOpenedIsNotInUse() throws IOException {
        Path file = folder.resolve("entries.mv");
        Files.write(file, new byte[100_000]);
        assertThatThrownBy(this::open).isInstanceOf(MVStoreException.class);
        Files.delete(file);
        try (DynamoDb db = open()) {
            assertThat(new Requests(db).call("ListTables", "{}").get("TableNames"))
                    .isEmpty();
        }
    }

    @Test
    void aFolderWithAnUnreadableDefinitionIsNotInUse() {
        byte[] name = {'a'};
        write(batch -> batch.put(0, name, new byte[] {'{'}));
        assertThatThrownBy(this::open).isInstanceOf(JacksonException.class);
        write(batch -> batch.delete(0, name));
        try (DynamoDb db = open()) {
            assertThat(new Requests(db).call("ListTables", "{}").get("TableNames"))
                    .isEmpty();
        }
    }

    private void write(Consumer<EntryBatch> change) {
        try (EntryStore store = EntryStore.open(folder)) {
            store.write(batch -> {
                change.accept(batch);
                return batch;
            });
        }
    }

    private DynamoDb open() {
        return DynamoDb.open(folder, Clock.systemUTC(), EntryFaults.NONE);
    }
}
