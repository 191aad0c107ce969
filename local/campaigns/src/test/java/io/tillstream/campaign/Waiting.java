package io.tillstream.campaign;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what must come, and no longer than it may take. */
public final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Waiting() {}

    /** Says how long it took. */
    public static Duration until(String what, Duration bound, BooleanSupplier condition) {
        long begun = System.nanoTime();
        if (!within(bound, condition)) {
            throw new IllegalStateException("Waited for " + what + " for " + bound.toSeconds() + " s, in vain");
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Says whether it came. */
    public static boolean within(Duration bound, BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > bound.toNanos()) {
                return false;
            }
            pass(PAUSE);
        }
        return true;
    }

    /** Lets time pass, where that is the point. */
    public static void pass(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", hurried);
        }
    }
}
