package io.tillstream.consumers.deliver;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a step until it succeeds or the process stops, with capped exponential backoff and full jitter. A sink that
 * is out for an hour costs an hour of lag and nothing else.
 */
final class Persistence {

    private static final Logger log = LoggerFactory.getLogger(Persistence.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final int MAX_DOUBLINGS = 20;

    private final StopSignal stop;
    private final Counter failures;

    Persistence(StopSignal stop, Counter failures) {
        this.stop = stop;
        this.failures = failures;
    }

    <T> T untilDone(String what, Supplier<T> step) throws DeliveryStoppedException {
        for (int attempt = 0; ; attempt++) {
            try {
                return step.get();
            } catch (RuntimeException failure) {
                // The edge of the shard: KCL would skip the batch if this got any further. It is counted, and tried
                // again whatever it is, because the checkpoint must not pass what is not stored.
                failures.increment();
                log.warn("{} failed in attempt {}, trying again: {}", what, attempt + 1, failure.toString());
            }
            if (stop.within(pauseAfter(attempt))) {
                throw new DeliveryStoppedException(what + " had not succeeded when the process stopped");
            }
        }
    }

    private static Duration pauseAfter(int attempt) {
        long longest = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt, MAX_DOUBLINGS));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, longest + 1));
    }
}
