package io.tillstream.ingest.publish;

import java.time.Duration;

/** The passing of time, as far as retries depend on it. */
interface Timing {

    /** As {@link System#nanoTime()}. */
    long nanoTime();

    /** As {@link Thread#sleep(Duration)}. */
    void sleep(Duration duration) throws InterruptedException;

    /** The real time. */
    static Timing system() {
        return new Timing() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
