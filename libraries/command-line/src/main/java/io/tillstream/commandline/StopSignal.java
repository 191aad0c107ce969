package io.tillstream.commandline;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Told once, it ends a run in order: what is under way is finished or left to the next run, and nothing new is begun. */
public final class StopSignal {

    private final CountDownLatch told = new CountDownLatch(1);

    public void tell() {
        told.countDown();
    }

    public boolean isTold() {
        return told.getCount() == 0;
    }

    /** Waits; whether it was told to stop rather than the time being over. */
    public boolean pause(Duration time) throws InterruptedException {
        return told.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits; whether the run is to end, for which an interrupt counts as well. */
    public boolean endsWithin(Duration time) {
        try {
            return pause(time);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Throws once it has been told. */
    public void check() {
        if (isTold()) {
            throw new StoppedException();
        }
    }

    /** The run was asked to end. */
    public static final class StoppedException extends RuntimeException {

        public StoppedException() {
            super("interrupted");
        }
    }
}
