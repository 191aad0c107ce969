package io.tillstream.localcloud.dynamodb.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastViewsTests {

    private static final int SPACE = 7;
    private static final byte[] KEY = {1};

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void showsEntriesAsTheyWereThatLongAgo() {
        try (EntryTree tree = EntryTree.open(folder.resolve("entries.mv"));
                PastViews past = new PastViews(tree, nanos::get)) {
            put(past, tree, 1);
            assertThat(seen(past, 2_000)).as("nobody had asked before").isEqualTo(1);
            pass(100);
            put(past, tree, 2);
            assertThat(seen(past, 2_000)).isEqualTo(1);
            assertThat(seen(past, 0)).isEqualTo(2);
            pass(1_000);
            put(past, tree, 3);
            assertThat(seen(past, 500)).isEqualTo(2);
            pass(1_500);
            assertThat(seen(past, 2_000)).isEqualTo(2);
            pass(1_000);
            assertThat(seen(past, 2_000)).isEqualTo(3);
        }
    }

    @Test
    void showsWhatNobodyHasReadSinceTheStart() {
        try (EntryTree tree = EntryTree.open(folder.resolve("entries.mv"))) {
            tree.apply(new EntryChange.Put(SPACE, KEY, new byte[] {1}));
        }
        try (EntryTree tree = EntryTree.open(folder.resolve("entries.mv"));
                PastViews past = new PastViews(tree, nanos::get)) {
            assertThat(seen(past, 1_000)).isEqualTo(1);
        }
    }

    @Test
    void aSpaceThatCameLaterIsEmptyBefore() {
        try (EntryTree tree = EntryTree.open(folder.resolve("entries.mv"));
                PastViews past = new PastViews(tree, nanos::get)) {
            past.asOf(Duration.ofSeconds(1));
            pass(100);
            put(past, tree, 1);
            EntryView before = past.asOf(Duration.ofSeconds(1));

            assertThat(before.get(SPACE, KEY)).isNull();
            assertThat(before.cursor(SPACE, EntryRange.ALL, true).next()).isFalse();
            assertThat(before.cursor(SPACE, EntryRange.ALL, false).next()).isFalse();
        }
    }

    private static void put(PastViews past, EntryTree tree, int value) {
        past.beforeChange();
        tree.apply(new EntryChange.Put(SPACE, KEY, new byte[] {(byte) value}));
    }

    private static int seen(PastViews past, long millis) {
        EntryView view = past.asOf(Duration.ofMillis(millis));
        EntryCursor cursor = view.cursor(SPACE, EntryRange.ALL, true);
        assertThat(cursor.next()).isTrue();
        assertThat(cursor.value()).isEqualTo(view.get(SPACE, KEY));
        return cursor.value()[0];
    }

    private void pass(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
