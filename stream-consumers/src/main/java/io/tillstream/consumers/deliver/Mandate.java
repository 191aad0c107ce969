package io.tillstream.consumers.deliver;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A shard's leave to be delivered by this process: over when its lease is lost, or when it is withdrawn because the
 * process stops. A step that is under way by then is interrupted, for it may be waiting for a store that does not answer.
 */
public final class Mandate {

    private final BooleanSupplier leaseHeld;
    private final CountDownLatch withdrawn = new CountDownLatch(1);
    private @Nullable Thread worker;

    public Mandate(BooleanSupplier leaseHeld) {
        this.leaseHeld = leaseHeld;
    }

    public boolean isOver() {
        return withdrawn.getCount() == 0 || !leaseHeld.getAsBoolean();
    }

    /** Ends it for good. */
    public synchronized void withdraw() {
        withdrawn.countDown();
        if (worker != null) {
            worker.interrupt();
        }
    }

    /** Takes a step, unless it is over. */
    <T> T exercise(String what, Supplier<T> step) throws DeliveryStoppedException {
        enter(what);
        try {
            return step.get();
        } finally {
            leave();
        }
    }

    /** Waits, and returns true at once when it is withdrawn. */
    boolean endsWithin(Duration pause) {
        try {
            return withdrawn.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void enter(String what) throws DeliveryStoppedException {
        boolean over = isOver();
        synchronized (this) {
            if (over || withdrawn.getCount() == 0) {
                throw new DeliveryStoppedException(what + " is for another worker to do");
            }
            worker = Thread.currentThread();
        }
    }

    /** The interruption was meant for the step, and the thread is KCL's. */
    private synchronized void leave() {
        worker = null;
        if (withdrawn.getCount() == 0) {
            Thread.interrupted();
        }
    }
}
