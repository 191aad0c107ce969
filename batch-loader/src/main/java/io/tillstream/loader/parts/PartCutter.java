package io.tillstream.loader.parts;

import io.tillstream.model.FeedLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the lines of a file into parts, in their order, leaving out those that an earlier run has finished. */
final class PartCutter {

    private final PartPlan plan;
    private final PartWork work;
    private final Path folder;
    private final int compression;
    private final PartStore store;
    private final WorkerPool puts;
    private int number;
    private @Nullable PartFile making;
    private List<FeedLine> untold = new ArrayList<>();
    private @Nullable Part passing;

    PartCutter(PartPlan plan, PartWork work, Path folder, int compression, PartStore store, WorkerPool puts) {
        this.plan = plan;
        this.work = work;
        this.folder = folder;
        this.compression = compression;
        this.store = store;
        this.puts = puts;
    }

    void take(List<NumberedLine> lines) throws Exception {
        for (NumberedLine next : lines) {
            take(next);
        }
        tell();
    }

    /** The last part is as large as it has become. */
    void finish() throws Exception {
        PartFile last = making;
        if (last != null) {
            hand(last);
        }
    }

    private void take(NumberedLine next) throws Exception {
        PartFile part = making;
        if (part == null && passes(next)) {
            return;
        }
        if (part == null) {
            part = PartFile.create(folder, number, compression, store.form());
            making = part;
        }
        part.add(next.row(), next.line());
        untold.add(next.line());
        if (part.isFull(plan.cut())) {
            hand(part);
        }
    }

    /** Whether the row belongs to a part that is there. */
    private boolean passes(NumberedLine next) {
        Part part = passing == null ? plan.finished().get(number) : passing;
        if (part == null) {
            return false;
        }
        if (passing == null && part.firstRow() != next.row()) {
            throw new IllegalStateException("The file was cut in another way before: part " + number + " began at row "
                    + part.firstRow() + ", and this is row " + next.row());
        }
        boolean isLast = next.row() == part.lastRow();
        passing = isLast ? null : part;
        number += isLast ? 1 : 0;
        return true;
    }

    private void tell() {
        if (!untold.isEmpty()) {
            List<FeedLine> lines = untold;
            untold = new ArrayList<>(lines.size());
            work.takeLines(number, lines);
        }
    }

    private void hand(PartFile part) throws Exception {
        tell();
        part.close();
        number++;
        making = null;
        puts.submit(() -> put(part));
    }

    private void put(PartFile part) throws IOException {
        try {
            work.goOn();
            work.take(store.put(plan.prefix(), part));
        } finally {
            Files.deleteIfExists(part.file());
        }
    }
}
