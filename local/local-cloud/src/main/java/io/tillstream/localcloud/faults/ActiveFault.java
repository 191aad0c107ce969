package io.tillstream.localcloud.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A fault in force, with its own sequence of random numbers. */
final class ActiveFault {

    private final Fault fault;
    private final @Nullable Instant end;
    private final Random chances;

    ActiveFault(Fault fault, Instant start) {
        this.fault = fault;
        this.end = fault.lasting() == null ? null : start.plus(fault.lasting());
        this.chances = new Random(fault.seed());
    }

    Fault fault() {
        return fault;
    }

    boolean isOver(Instant instant) {
        return end != null && !instant.isBefore(end);
    }

    boolean strikes(String operation, Instant instant) {
        return !isOver(instant)
                && (fault.operations().isEmpty() || fault.operations().contains(operation))
                && chances.nextDouble() < fault.rate();
    }

    Duration delay() {
        return fault.delay()
                .plusNanos((long) (chances.nextDouble() * fault.jitter().toNanos()));
    }
}
