package io.tillstream.localcloud.dynamodb.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may happen to a store while it is in use, and does not end it. */
class FailingStoreTests {

    private static final int SPACE = 20;
    // Most of them in the file only: the last segment of the log, 16 MB, is put into memory at the start.
    private static final int ENTRIES = 40_000;
    private static final int AT_ONCE = 100;
    private static final int INTERRUPTED = 300;
    private static final String PADDING = "x".repeat(1_000);

    @TempDir
    private Path folder;

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @Test
    void interruptedReadersAndWritersLeaveItOpen() throws InterruptedException {
        try (EntryStore store = EntryStore.open(folder)) {
            for (int first = 0; first < ENTRIES; first += AT_ONCE) {
                putSome(store, first);
            }
        }
        try (EntryStore store = EntryStore.open(folder)) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < INTERRUPTED; i++) {
                int entry = i * (ENTRIES / INTERRUPTED);
                Thread.Builder kind = i % 2 == 0 ? Thread.ofVirtual() : Thread.ofPlatform();
                threads.add(kind.start(() -> readAndWriteInterrupted(store, entry)));
            }
            for (Thread thread : threads) {
                thread.interrupt();
                thread.join();
            }
            assertThat(failures).isEmpty();
            assertThat(store.tree().failure()).isNull();
            assertThat(count(store)).isEqualTo(ENTRIES + INTERRUPTED);
            put(store, 1, "changed");
        }
        try (EntryStore store = EntryStore.open(folder)) {
            assertThat(store.get(SPACE, key(1))).asString(UTF_8).isEqualTo("changed");
            assertThat(count(store)).isEqualTo(ENTRIES + INTERRUPTED);
        }
    }

    @Test
    void closingItOnAnInterruptedThreadSavesEverything() throws IOException {
        EntryStore store = EntryStore.open(folder);
        put(store, 1, "1");
        Thread.currentThread().interrupt();
        store.close();
        assertThat(Thread.interrupted()).isTrue();
        try (EntryTree tree = EntryTree.open(folder.resolve("entries.mv"))) {
            assertThat(tree.get(SPACE, key(1))).asString(UTF_8).isEqualTo("1");
        }
    }

    @Test
    void opensItsFileAgainWhenThatFailed() {
        try (EntryStore store = EntryStore.open(folder)) {
            put(store, 1, "saved");
            store.tree().commit();
            put(store, 2, "in the log only");
            EntryTree failed = store.tree();
            failed.file().close();
            assertThatThrownBy(failed::commit).isInstanceOf(MVStoreException.class);
            assertThat(store.get(SPACE, key(2))).asString(UTF_8).isEqualTo("in the log only");
            assertThat(store.get(SPACE, key(1))).asString(UTF_8).isEqualTo("saved");
            put(store, 3, "afterwards");
        }
        try (EntryStore store = EntryStore.open(folder)) {
            assertThat(count(store)).isEqualTo(3);
        }
    }

    @Test
    void showsThePastAgainWhenItsFileFailed() {
        try (EntryStore store = EntryStore.open(folder)) {
            putSome(store, 0);
        }
        try (EntryStore store = EntryStore.open(folder)) {
            store.past(Duration.ofSeconds(1));
            store.tree().abandon();
            EntryView past = store.past(Duration.ofSeconds(1));
            assertThat(past.get(SPACE, key(1))).asString(UTF_8).isEqualTo(PADDING + 1);
        }
    }

    @Test
    void opensWhenTheFileThatNobodyCouldReadIsGone() throws IOException {
        try (EntryStore store = EntryStore.open(folder)) {
            put(store, 1, "in the log too");
        }
        Path file = folder.resolve("entries.mv");
        Files.write(file, new byte[100_000]);
        assertThatThrownBy(() -> EntryStore.open(folder)).isInstanceOf(MVStoreException.class);
        Files.delete(file);
        try (EntryStore store = EntryStore.open(folder)) {
            assertThat(store.get(SPACE, key(1))).asString(UTF_8).isEqualTo("in the log too");
        }
    }

    @Test
    void takesNoCommitOfATreeThatIsClosedForDone() {
        try (EntryStore store = EntryStore.open(folder)) {
            put(store, 1, "1");
            EntryTree closed = store.tree();
            closed.abandon();
            assertThatThrownBy(closed::commit).hasMessageContaining("closed");
            assertThat(store.get(SPACE, key(1))).isNotNull();
        }
    }

    private void readAndWriteInterrupted(EntryStore store, int entry) {
        try {
            Thread.currentThread().interrupt();
            assertThat(store.get(SPACE, key(entry))).asString(UTF_8).isEqualTo(PADDING + entry);
            put(store, ENTRIES + entry, "more");
            assertThat(Thread.interrupted()).isTrue();
        } catch (Throwable e) {
            failures.add(e);
        }
    }

    private static int count(EntryStore store) {
        int count = 0;
        EntryCursor cursor = store.cursor(SPACE, EntryRange.ALL, true);
        while (cursor.next()) {
            count++;
        }
        return count;
    }

    private static void putSome(EntryStore store, int first) {
        store.write(batch -> {
            IntStream.range(first, first + AT_ONCE)
                    .forEach(i -> batch.put(SPACE, key(i), (PADDING + i).getBytes(UTF_8)));
            return batch;
        });
    }

    private static void put(EntryStore store, int key, String value) {
        store.write(batch -> {
            batch.put(SPACE, key(key), value.getBytes(UTF_8));
            return batch;
        });
    }

    private static byte[] key(int number) {
        return "%06d".formatted(number).getBytes(UTF_8);
    }
}
