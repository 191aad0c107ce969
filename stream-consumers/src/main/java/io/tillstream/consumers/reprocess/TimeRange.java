package io.tillstream.consumers.reprocess;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A stretch of time: from an instant up to another one, which is not in it. */
record TimeRange(Instant from, Instant to) {

    static final TimeRange ALWAYS = new TimeRange(Instant.MIN, Instant.MAX);

    TimeRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("there is no time from " + from + " to " + to);
        }
    }

    boolean holds(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** Whether some of the hour that begins then is in it. */
    boolean meetsHour(Instant begin) {
        return begin.isBefore(to) && begin.plus(1, ChronoUnit.HOURS).isAfter(from);
    }

    boolean meetsDay(LocalDate day) {
        Instant begin = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return begin.isBefore(to) && begin.plus(1, ChronoUnit.DAYS).isAfter(from);
    }
}
