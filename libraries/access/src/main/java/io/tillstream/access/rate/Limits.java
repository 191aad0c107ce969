package io.tillstream.access.rate;

import org.jspecify.annotations.Nullable;

/**
 * The rates of one caller; where there is none, there is no limit.
 *
 * @param requests how many requests
 * @param rows how many rows, in however many requests
 */
public record Limits(@Nullable Rate requests, @Nullable Rate rows) {

    public static final Limits NONE = new Limits(null, null);

    /** These limits, and the defaults where there is none. */
    public Limits orElse(Limits defaults) {
        return new Limits(requests == null ? defaults.requests : requests, rows == null ? defaults.rows : rows);
    }
}
