package io.tillstream.producer.send;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Told once, it ends all waiting. */
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
}
