package io.tillstream.consumers.deliver;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A shard's lease as its delivery sees it: over when it is lost, or when it is ended because the
 * process stops. A step that is under way by then is interrupted, for it may be waiting for a store that does not
 * answer.
 */
public final class ShardLease {

    private final BooleanSupplier leaseHeld;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Thread worker;

    public ShardLease(BooleanSupplier leaseHeld) {
        this.leaseHeld = leaseHeld;
    }

    public boolean isOver() {
        return ended.getCount() == 0 || !leaseHeld.getAsBoolean();
    }

    /** Ends it for good. */
    public synchronized void end() {
        ended.countDown();
        if (worker != null) {
            worker.interrupt();
        }
    }

    /** Runs a step, unless the lease is over. */
    <T> T callWhileHeld(String what, Supplier<T> step) throws DeliveryStoppedException {
        enter(what);
        try {
            return step.get();
        } finally {
            leave();
        }
    }

    /** Waits, and returns true at once when it is ended. */
    boolean endsWithin(Duration pause) {
        try {
            return ended.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void enter(String what) throws DeliveryStoppedException {
        boolean over = isOver();
        synchronized (this) {
            if (over || ended.getCount() == 0) {
                throw new DeliveryStoppedException(what + " was stopped: this worker no longer holds the lease");
            }
            worker = Thread.currentThread();
        }
    }

    /** The interruption was meant for the step, and the thread is KCL's. */
    private synchronized void leave() {
        worker = null;
        if (ended.getCount() == 0) {
            Thread.interrupted();
        }
    }
}
