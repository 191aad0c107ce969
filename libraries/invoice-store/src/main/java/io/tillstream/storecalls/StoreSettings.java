package io.tillstream.storecalls;

import java.time.Duration;

/**
 * How a store writes.
 *
 * @param minConcurrency calls it may always have under way
 * @param maxConcurrency calls it has under way at most, over all threads that add lines
 * @param rememberLines lines of recent invoices that it keeps in memory, so as not to read them back when more come
 * @param patience how long it tries a call again that makes no headway, before adding is given up as unavailable
 */
public record StoreSettings(int minConcurrency, int maxConcurrency, int rememberLines, Duration patience) {

    public StoreSettings {
        if (minConcurrency < 1 || maxConcurrency < minConcurrency || rememberLines < 0) {
            throw new IllegalArgumentException("1 <= minConcurrency <= maxConcurrency, and 0 <= rememberLines");
        }
    }

    /** At most so many calls at once, and the usual for all else. */
    public static StoreSettings upTo(int maxConcurrency) {
        return new StoreSettings(Math.min(2, maxConcurrency), maxConcurrency, 500_000, Duration.ofSeconds(10));
    }
}
