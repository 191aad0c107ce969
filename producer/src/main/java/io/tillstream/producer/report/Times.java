package io.tillstream.producer.report;

import java.time.Duration;
import java.util.Locale;

/** Durations as a person reads them. */
final class Times {

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    private Times() {}

    static String fine(Duration time) {
        double millis = time.toNanos() / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%,.0f ms", millis);
    }

    static String coarse(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
        }
        return seconds < HOUR
                ? seconds / MINUTE + " min " + seconds % MINUTE + " s"
                : seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min";
    }
}
