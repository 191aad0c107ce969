package io.tillstream.invoicestore;

import io.tillstream.model.retry.Backoff;
import java.time.Duration;

/** Retries of one step, with backoff, until nothing has been achieved for as long as patience lasts. */
final class StoreRetry {

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(20), Duration.ofSeconds(2));

    private final Duration patience;
    private int failed;
    private long headway = System.nanoTime();

    StoreRetry(Duration patience) {
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
        failed++;
        try {
            Thread.sleep(BACKOFF.pause(failed));
        } catch (InterruptedException stopping) {
            throw InvoiceStoreUnavailableException.interrupted(stopping);
        }
    }
}
