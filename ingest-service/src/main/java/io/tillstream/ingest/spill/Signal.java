package io.tillstream.ingest.spill;

import java.util.concurrent.Semaphore;

/** Wakes the thread that drains; one that comes before it waits is not lost. */
final class Signal {

    private final Semaphore raised = new Semaphore(0);

    void raise() {
        raised.release();
    }

    void await() throws InterruptedException {
        raised.acquire();
        raised.drainPermits();
    }
}
