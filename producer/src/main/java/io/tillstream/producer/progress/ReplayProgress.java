package io.tillstream.producer.progress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has been answered for, in this run and in interrupted runs before it. Counts, places and the file of
 * rejects always agree with each other. Safe for use by many threads.
 */
public final class ReplayProgress {

    private static final int REJECTS_KEPT = 5;

    private final Optional<RejectsFile> rejectsFile;
    private final Totals before;
    private final List<Long> through;
    private final List<Reject> firstRejects = new ArrayList<>();
    private Totals totals;

    /** Goes on from what was saved. */
    public ReplayProgress(SavedProgress saved, Optional<RejectsFile> rejectsFile) {
        this.rejectsFile = rejectsFile;
        this.before = saved.totals();
        this.totals = saved.totals();
        this.through = new ArrayList<>(saved.through());
    }

    /** Notes what was answered for a connection's next batch. */
    public synchronized void note(int connection, Receipt receipt) throws IOException {
        for (Reject reject : receipt.rejects()) {
            if (rejectsFile.isPresent()) {
                rejectsFile.get().append(reject);
            }
            if (firstRejects.size() < REJECTS_KEPT) {
                firstRejects.add(reject);
            }
        }
        totals = totals.plus(receipt);
        through.set(connection, receipt.through());
    }

    public synchronized Totals totals() {
        return totals;
    }

    /** What was answered for before this run. */
    public Totals before() {
        return before;
    }

    /** The first rows that were rejected in this run. */
    public synchronized List<Reject> firstRejects() {
        return List.copyOf(firstRejects);
    }

    public synchronized SavedProgress toSave() throws IOException {
        long length = rejectsFile.isPresent() ? rejectsFile.get().length() : 0;
        return new SavedProgress(totals, through, length);
    }
}
