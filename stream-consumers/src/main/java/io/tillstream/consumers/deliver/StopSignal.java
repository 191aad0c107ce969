package io.tillstream.consumers.deliver;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells deliveries that keep failing to give up, because their process is stopping. */
public final class StopSignal {

    private final CountDownLatch given = new CountDownLatch(1);

    public void give() {
        given.countDown();
    }

    /** Waits, and returns true at once when the signal is given. */
    boolean within(Duration pause) {
        try {
            return given.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
