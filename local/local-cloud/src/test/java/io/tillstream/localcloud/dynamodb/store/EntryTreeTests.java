package io.tillstream.localcloud.dynamodb.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryTreeTests {

    private static final int SPACE = 7;
    private static final int ENTRIES = 20_000;
    private static final int VIEWED = 2_000;
    // Many more than those that MVStore keeps versions of by itself.
    private static final int COMMITS = 30;
    private static final int ROUNDS = 400;
    private static final int PUTS = 40;

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void usesTheRoomAgainOfWhatWasPutOver() throws IOException {
        Path file = folder.resolve("entries.mv");
        try (EntryTree tree = EntryTree.open(file, 0)) {
            putFirst(tree, ENTRIES);
            tree.commit();
            long once = Files.size(file);
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < PUTS; i++) {
                    put(tree, random.nextInt(ENTRIES));
                }
                tree.commit();
                if (round % 5 == 0) {
                    tree.tidy(0, 1024 * 1024);
                }
            }
            assertThat(tree.count(SPACE)).isEqualTo(ENTRIES);
            assertThat(Files.size(file)).isLessThan(4 * once);
        }
    }

    @Test
    void aViewReadsOnWhileWhatItReadsIsPutOver() {
        Path file = folder.resolve("entries.mv");
        try (EntryTree tree = EntryTree.open(file, 0)) {
            putFirst(tree, VIEWED);
            tree.commit();
        }
        try (EntryTree tree = EntryTree.open(file, 0);
                TreeView view = tree.view()) {
            EntryCursor cursor = view.cursor(SPACE, EntryRange.ALL, true);
            assertThat(cursor.next()).isTrue();
            for (int commit = 0; commit < COMMITS; commit++) {
                putFirst(tree, VIEWED);
                tree.commit();
            }
            int read = 1;
            while (cursor.next()) {
                read++;
            }
            assertThat(read).isEqualTo(VIEWED);
        }
    }

    private void putFirst(EntryTree tree, int count) {
        for (int i = 0; i < count; i++) {
            put(tree, i);
        }
    }

    private void put(EntryTree tree, int number) {
        byte[] value = new byte[400];
        random.nextBytes(value);
        byte[] key = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
        tree.apply(new EntryChange.Put(SPACE, key, value));
    }
}
