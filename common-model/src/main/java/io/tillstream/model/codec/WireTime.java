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

    private static final long NANOS_A_MILLI = 1_000_000;
    private static final byte[] TIME = "0000-00-00T00:00:00".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] SPACED = "0000-00-00 00:00:00".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] SPACED_INSTANT = "0000-00-00 00:00:00.000+00".getBytes(StandardCharsets.ISO_8859_1);
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
        return milliseconds(INSTANT, instant);
    }

    /** As SQL writes a timestamp with a time zone: {@code 2026-01-31 23:59:59.007+00}. */
    static byte[] formatSpaced(Instant instant) {
        return milliseconds(SPACED_INSTANT, instant);
    }

    private static byte[] milliseconds(byte[] form, Instant instant) {
        byte[] text = seconds(form, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
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

    /** Reads the length that is written here or, more slowly, any other that the JDK reads. */
    static LocalDateTime parse(String text) {
        boolean isOurs =
                text.length() == TIME.length && hasForm(text) && (text.charAt(10) == 'T' || text.charAt(10) == ' ');
        return isOurs ? dateTime(text) : LocalDateTime.parse(text.replace(' ', 'T'));
    }

    static Instant parseInstant(String text) {
        boolean isOurs = text.length() == INSTANT.length
                && hasForm(text)
                && text.charAt(10) == 'T'
                && text.charAt(19) == '.'
                && areDigits(text, 20, 3)
                && text.charAt(23) == 'Z';
        return isOurs
                ? dateTime(text).plusNanos(number(text, 20, 3) * NANOS_A_MILLI).toInstant(ZoneOffset.UTC)
                : Instant.parse(text);
    }

    /** As SQL writes it, or as {@link #parseInstant}. */
    static Instant parseSpacedInstant(String text) {
        boolean isSpaced = text.length() == SPACED_INSTANT.length && text.endsWith("+00");
        return parseInstant(isSpaced ? text.substring(0, 23).replace(' ', 'T') + "Z" : text);
    }

    private static boolean hasForm(String text) {
        return areDigits(text, 0, 4)
                && text.charAt(4) == '-'
                && areDigits(text, 5, 2)
                && text.charAt(7) == '-'
                && areDigits(text, 8, 2)
                && areDigits(text, 11, 2)
                && text.charAt(13) == ':'
                && areDigits(text, 14, 2)
                && text.charAt(16) == ':'
                && areDigits(text, 17, 2);
    }

    private static LocalDateTime dateTime(String text) {
        return LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 2),
                number(text, 8, 2),
                number(text, 11, 2),
                number(text, 14, 2),
                number(text, 17, 2));
    }

    private static boolean areDigits(String text, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    private static void put(byte[] text, int from, int digits, int number) {
        int rest = number;
        for (int i = from + digits - 1; i >= from; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
