package io.tillstream.localcloud.dynamodb.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryStoreTests {

    private static final int SPACE = 20;

    @TempDir
    Path folder;

    @Test
    void holdsWhatItHeldWhenOpenedAgain() {
        try (EntryStore store = EntryStore.open(folder)) {
            put(store, "a", "1");
            put(store, "b", "2");
            store.write(batch -> delete(batch, "a"));
        }
        try (EntryStore store = EntryStore.open(folder)) {
            assertThat(keys(store, EntryRange.ALL, true)).containsExactly("b");
            assertThat(store.count(SPACE)).isEqualTo(1);
        }
    }

    @Test
    void readsTheLogOfAProcessThatWasKilled() throws IOException {
        Path killed = folder.resolve("killed");
        try (EntryStore store = EntryStore.open(folder.resolve("running"))) {
            put(store, "a", "1");
            put(store, "b", "2");
            copyLog(folder.resolve("running"), killed);
        }
        try (EntryStore store = EntryStore.open(killed)) {
            assertThat(keys(store, EntryRange.ALL, true)).containsExactly("a", "b");
        }
    }

    @Test
    void putsNothingAgainThatTheFileHas() {
        try (EntryStore store = EntryStore.open(folder)) {
            put(store, "a", "1");
            put(store, "b", "2");
        }
        try (EntryTree tree = EntryTree.open(folder.resolve("entries.mv"))) {
            tree.apply(new EntryChange.Delete(SPACE, bytes("a")));
        }
        try (EntryStore store = EntryStore.open(folder)) {
            assertThat(keys(store, EntryRange.ALL, true))
                    .as("the log still has both")
                    .containsExactly("b");
            put(store, "c", "3");
        }
        try (EntryStore store = EntryStore.open(folder)) {
            assertThat(keys(store, EntryRange.ALL, true)).containsExactly("b", "c");
        }
    }

    @Test
    void leavesOutABatchThatWasCut() throws IOException {
        Path killed = folder.resolve("killed");
        try (EntryStore store = EntryStore.open(folder.resolve("running"))) {
            put(store, "a", "1");
            store.write(batch -> {
                batch.put(SPACE, bytes("b"), bytes("2"));
                batch.put(SPACE, bytes("c"), bytes("3"));
                return batch;
            });
            copyLog(folder.resolve("running"), killed);
        }
        Path log = onlyFile(killed.resolve("log"));
        byte[] whole = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(whole, whole.length - 1), StandardOpenOption.TRUNCATE_EXISTING);
        try (EntryStore store = EntryStore.open(killed)) {
            assertThat(keys(store, EntryRange.ALL, true)).containsExactly("a");
        }
    }

    @Test
    void storesNothingIfTheWorkThrows() {
        try (EntryStore store = EntryStore.open(folder)) {
            assertThatThrownBy(() -> store.write(batch -> {
                        batch.put(SPACE, bytes("a"), bytes("1"));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(store.get(SPACE, bytes("a"))).isNull();
        }
    }

    @Test
    void rangesExcludeTheirEndInBothDirections() {
        try (EntryStore store = EntryStore.open(folder)) {
            List.of("a", "b", "ba", "c", "d").forEach(key -> put(store, key, key));
            EntryRange range = new EntryRange(bytes("b"), bytes("d"));
            assertThat(keys(store, range, true)).containsExactly("b", "ba", "c");
            assertThat(keys(store, range, false)).containsExactly("c", "ba", "b");
            assertThat(keys(store, range.after(bytes("b")), true)).containsExactly("ba", "c");
            assertThat(keys(store, range.before(bytes("c")), false)).containsExactly("ba", "b");
            assertThat(keys(store, EntryRange.startingWith(bytes("b")), true)).containsExactly("b", "ba");
            assertThat(keys(store, EntryRange.ALL, false)).containsExactly("d", "c", "ba", "b", "a");
        }
    }

    @Test
    void cursorsReadWhatWasThereWhenTheyBegan() {
        try (EntryStore store = EntryStore.open(folder)) {
            put(store, "a", "1");
            EntryCursor cursor = store.cursor(SPACE, EntryRange.ALL, true);
            put(store, "b", "2");
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.next()).isFalse();
        }
    }

    @Test
    void droppedSpacesAreEmptyForGood() {
        try (EntryStore store = EntryStore.open(folder)) {
            put(store, "a", "1");
            store.write(batch -> {
                batch.drop(SPACE);
                return batch;
            });
            assertThat(store.count(SPACE)).isZero();
        }
        try (EntryStore store = EntryStore.open(folder)) {
            assertThat(store.get(SPACE, bytes("a"))).isNull();
        }
    }

    private static void copyLog(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("log"));
        Path log = onlyFile(from.resolve("log"));
        Files.copy(log, to.resolve("log").resolve(log.getFileName()));
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static EntryBatch delete(EntryBatch batch, String key) {
        batch.delete(SPACE, bytes(key));
        return batch;
    }

    private static void put(EntryStore store, String key, String value) {
        store.write(batch -> {
            batch.put(SPACE, bytes(key), bytes(value));
            return batch;
        });
    }

    private static List<String> keys(EntryStore store, EntryRange range, boolean forward) {
        List<String> keys = new ArrayList<>();
        EntryCursor cursor = store.cursor(SPACE, range, forward);
        while (cursor.next()) {
            keys.add(new String(cursor.key(), UTF_8));
        }
        return keys;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
