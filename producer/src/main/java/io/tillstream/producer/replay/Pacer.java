package io.tillstream.producer.replay;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * The times at which rows are to be sent when a rate is asked for: evenly spaced from the first row on, which may come
 * late in a file. Used by the reader of the file only.
 */
final class Pacer {

    private static final double NANOS = 1e9;

    private final OptionalDouble rate;
    private final LongSupplier clock;
    private long begin;

    Pacer(OptionalDouble rate, LongSupplier clock) {
        this.rate = rate;
        this.clock = clock;
    }

    /** When the row is due that so many others are sent before; the first one is due when it is asked for. */
    long dueAt(long rowsBefore) {
        if (rowsBefore == 0) {
            begin = clock.getAsLong();
        }
        return rate.isPresent() ? begin + (long) (rowsBefore * (NANOS / rate.getAsDouble())) : begin;
    }
}
