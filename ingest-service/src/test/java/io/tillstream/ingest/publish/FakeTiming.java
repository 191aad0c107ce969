package io.tillstream.ingest.publish;

import java.time.Duration;

/** Time that passes only by sleeping, or when a test says so. */
final class FakeTiming implements Timing {

    private long now;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        pass(duration);
    }

    void pass(Duration duration) {
        now += duration.toNanos();
    }

    Duration passed() {
        return Duration.ofNanos(now);
    }
}
