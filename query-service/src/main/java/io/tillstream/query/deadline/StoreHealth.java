package io.tillstream.query.deadline;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether a store answers. The answers that requests get tell it; a question of its own, which costs next to nothing,
 * is asked only where they leave it open, and no more often than every few seconds.
 */
public final class StoreHealth implements HealthIndicator {

    private static final Duration NEWS = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Less than the health checks of containers and load balancers wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final WatchedStore store;
    private final Runnable probe;
    private final Status silent;
    private final boolean asksWhenIdle;
    private final LongSupplier nanoTime;
    private final ReentrantLock probing = new ReentrantLock();

    private volatile Status probed = Status.UNKNOWN;
    private volatile long probedAt;

    StoreHealth(WatchedStore store, Runnable probe, Status silent, boolean asksWhenIdle, LongSupplier nanoTime) {
        this.store = store;
        this.probe = probe;
        this.silent = silent;
        this.asksWhenIdle = asksWhenIdle;
        this.nanoTime = nanoTime;
    }

    /** For a store that the service cannot work without: while it is silent, requests had better go elsewhere. */
    public static StoreHealth needed(WatchedStore store, Runnable probe) {
        return new StoreHealth(store, probe, Status.OUT_OF_SERVICE, true, System::nanoTime);
    }

    /**
     * For a store that only a part of the service needs. It is told, and the rest goes on. Without a failure it is
     * never asked, because that would keep a warehouse awake that sleeps, and costs nothing, while nobody needs it.
     */
    public static StoreHealth useful(WatchedStore store, Runnable probe) {
        return new StoreHealth(store, probe, new Status("DEGRADED"), false, System::nanoTime);
    }

    @Override
    public Health health() {
        return Health.status(isKnownToAnswer() ? Status.UP : probedStatus()).build();
    }

    private boolean isKnownToAnswer() {
        return !store.isInDoubt() && (!asksWhenIdle || store.hasAnsweredWithin(NEWS));
    }

    /** While one caller asks the store, others get the last known answer. */
    private Status probedStatus() {
        if (isStale() && probing.tryLock()) {
            try {
                probed = ask();
                probedAt = nanoTime.getAsLong();
            } finally {
                probing.unlock();
            }
        }
        return probed;
    }

    private boolean isStale() {
        return probed.equals(Status.UNKNOWN) || nanoTime.getAsLong() - probedAt >= PAUSE.toNanos();
    }

    /** Whatever the failure is, the store cannot serve requests. */
    private Status ask() {
        try {
            new Deadline("store", PATIENCE).await(() -> {
                probe.run();
                return true;
            });
            return Status.UP;
        } catch (RuntimeException failure) {
            return silent;
        }
    }
}
