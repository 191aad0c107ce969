package io.tillstream.loader.importing;

import java.util.concurrent.CountDownLatch;

/** Told once, it ends a run in order: what is under way is finished or left to the next run. */
final class StopSignal {

    private final CountDownLatch told = new CountDownLatch(1);

    void tell() {
        told.countDown();
    }

    void check() {
        if (told.getCount() == 0) {
            throw new StoppedException();
        }
    }

    /** The run was asked to end. */
    static final class StoppedException extends RuntimeException {
        StoppedException() {
            super("interrupted");
        }
    }
}
