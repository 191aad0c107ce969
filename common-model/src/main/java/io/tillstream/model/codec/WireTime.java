package io.tillstream.model.codec;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Dates and times on the wire, always of the same length: {@code 2010-12-01T08:26:00} and
 * {@code 2026-01-31T23:59:59.007Z}. Written by hand, because the formatter of the JDK costs as much as the rest of a
 * line.
 */
final class WireTime {

    private static final int LENGTH = "2026-01-31T23:59:59.007Z".length();

    private WireTime() {}

    static String format(LocalDateTime time) {
        return seconds(time).toString();
    }

    static String format(Instant instant) {
        StringBuilder text = seconds(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        pad(text.append('.'), (int) Math.floorMod(instant.toEpochMilli(), 1_000L), 100);
        return text.append('Z').toString();
    }

    private static StringBuilder seconds(LocalDateTime time) {
        StringBuilder text = new StringBuilder(LENGTH);
        pad(text, time.getYear(), 1000);
        pad(text.append('-'), time.getMonthValue(), 10);
        pad(text.append('-'), time.getDayOfMonth(), 10);
        pad(text.append('T'), time.getHour(), 10);
        pad(text.append(':'), time.getMinute(), 10);
        pad(text.append(':'), time.getSecond(), 10);
        return text;
    }

    private static void pad(StringBuilder text, int number, int highestPlace) {
        for (int place = highestPlace; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
    }
}
