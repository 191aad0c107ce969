package io.tillstream.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The moments that a line may hold: to the millisecond, years 1 to 9999, as every store keeps them. */
public final class Moments {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Moments() {}

    /** The moment as stores keep it; throws when it is in none of those years. */
    public static Instant toTheMillisecond(String what, Instant moment) {
        Instant kept = moment.truncatedTo(ChronoUnit.MILLIS);
        if (kept.isBefore(EARLIEST) || kept.isAfter(LATEST)) {
            throw new IllegalArgumentException(what + " is outside the years 1 to 9999");
        }
        return kept;
    }
}
