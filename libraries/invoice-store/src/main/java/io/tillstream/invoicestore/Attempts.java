package io.tillstream.invoicestore;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The attempts at one thing: by chance, further and further apart, and given up when nothing has come of them. */
final class Attempts {

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    private static final int MAX_DOUBLINGS = 20;

    private final Duration patience;
    private int failed;
    private long headway = System.nanoTime();

    Attempts(Duration patience) {
        this.patience = patience;
    }

    /** Some of it was done: patience begins anew. */
    void madeHeadway() {
        failed = 0;
        headway = System.nanoTime();
    }

    /** Waits before the next attempt, or throws the failure. */
    void pauseAfter(InvoiceStoreUnavailableException failure) {
        if (System.nanoTime() - headway > patience.toNanos()) {
            throw failure;
        }
        long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failed, MAX_DOUBLINGS));
        failed++;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, longest + 1));
        } catch (InterruptedException stopping) {
            throw InvoiceStoreUnavailableException.interrupted(stopping);
        }
    }
}
