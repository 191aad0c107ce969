package io.tillstream.model.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Dates and times on the wire, always of the same length: {@code 2010-12-01T08:26:00} and
 * {@code 2026-01-31T23:59:59.007Z}. Written by hand, because the formatter of the JDK costs as much as the rest of a
 * line.
 */
final class WireTime {

    private static final byte[] TIME = "0000-00-00T00:00:00".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] SPACED = "0000-00-00 00:00:00".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] INSTANT = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.ISO_8859_1);

    private WireTime() {}

    static byte[] format(LocalDateTime time) {
        return seconds(TIME, time);
    }

    /** As SQL writes a timestamp: {@code 2010-12-01 08:26:00}. */
    static byte[] formatSpaced(LocalDateTime time) {
        return seconds(SPACED, time);
    }

    static byte[] format(Instant instant) {
        byte[] text = seconds(INSTANT, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        put(text, 20, 3, (int) Math.floorMod(instant.toEpochMilli(), 1_000L));
        return text;
    }

    private static byte[] seconds(byte[] form, LocalDateTime time) {
        byte[] text = form.clone();
        put(text, 0, 4, time.getYear());
        put(text, 5, 2, time.getMonthValue());
        put(text, 8, 2, time.getDayOfMonth());
        put(text, 11, 2, time.getHour());
        put(text, 14, 2, time.getMinute());
        put(text, 17, 2, time.getSecond());
        return text;
    }

    private static void put(byte[] text, int from, int digits, int number) {
        int rest = number;
        for (int i = from + digits - 1; i >= from; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
