package io.tillstream.campaign;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does things in time. What throws is complained of, and done again when it is due again. */
@SuppressWarnings("FutureReturnValueIgnored") // What they would tell is complained of.
final class Pace implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(3);
    private final Consumer<String> complaints;

    Pace(Consumer<String> complaints) {
        this.complaints = complaints;
    }

    void every(Duration period, Runnable step) {
        clock.scheduleAtFixedRate(() -> attempt(step), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    void after(Duration delay, Runnable step) {
        if (!clock.isShutdown()) {
            clock.schedule(() -> attempt(step), delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            // A bug of the campaign, of which an executor would not say a word.
            complaints.accept(failure.toString());
        }
    }
}
