package io.tillstream.consumers.reprocess;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of time: from an instant up to another one, which is not in it. */
record TimeRange(Instant from, Instant to) {

    /** All years that have four digits, as those in keys have. */
    static final TimeRange ALWAYS =
            new TimeRange(Instant.parse("0000-01-01T00:00:00Z"), Instant.parse("+10000-01-01T00:00:00Z"));

    private static final Pattern DAY = Pattern.compile("/dt=([0-9-]{10})/");

    TimeRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("there is no time from " + from + " to " + to);
        }
    }

    boolean holds(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** Whether some of the day that is in the key is in it; a key without one may be of any time. */
    boolean mayHold(String key) {
        Matcher day = DAY.matcher(key);
        return !day.find()
                || (day.group(1).compareTo(dayOf(from)) >= 0 && day.group(1).compareTo(dayOf(to.minusNanos(1))) <= 0);
    }

    private static String dayOf(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
