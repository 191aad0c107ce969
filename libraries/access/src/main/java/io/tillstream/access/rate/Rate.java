package io.tillstream.access.rate;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A steady rate, and how much may come at once after a pause.
 *
 * @param perSecond the steady rate
 * @param burst how much may come at once; 0, the default, stands for as much as in a second
 */
public record Rate(long perSecond, @DefaultValue("0") long burst) {

    /** The token bucket refills at most one token a nanosecond. */
    private static final long MOST = 1_000_000_000;

    public Rate {
        burst = burst == 0 ? perSecond : burst;
        requireBetween("per-second", perSecond);
        requireBetween("burst", burst);
    }

    private static void requireBetween(String name, long value) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(name + " must be between 1 and " + MOST);
        }
    }
}
