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

    private static final int NANOS_A_MILLI = 1_000_000;
    /** {@code 2010-12-01T08:26:00}. */
    private static final int TIME_LENGTH = 19;

    /** {@code 2026-01-31T23:59:59.007Z}. */
    private static final int INSTANT_LENGTH = 24;

    /** {@code 2026-01-31 23:59:59.007+00}. */
    private static final int SPACED_INSTANT_LENGTH = 26;

    /** How many bytes a time takes at most. */
    static final int MAX_LENGTH = SPACED_INSTANT_LENGTH;

    private WireTime() {}

    /**
     * Writes a date and time into these bytes, and returns where it ends.
     *
     * @param isForSql whether as SQL writes a timestamp, {@code 2010-12-01 08:26:00}
     */
    static int write(LocalDateTime time, boolean isForSql, byte[] target, int at) {
        int year = time.getYear();
        putTwo(target, at, year / 100);
        putTwo(target, at + 2, year % 100);
        target[at + 4] = '-';
        putTwo(target, at + 5, time.getMonthValue());
        target[at + 7] = '-';
        putTwo(target, at + 8, time.getDayOfMonth());
        target[at + 10] = (byte) (isForSql ? ' ' : 'T');
        putTwo(target, at + 11, time.getHour());
        target[at + 13] = ':';
        putTwo(target, at + 14, time.getMinute());
        target[at + 16] = ':';
        putTwo(target, at + 17, time.getSecond());
        return at + TIME_LENGTH;
    }

    /**
     * Writes a moment into these bytes, and returns where it ends.
     *
     * @param isForSql whether as SQL writes a timestamp with a time zone, {@code 2026-01-31 23:59:59.007+00}
     */
    static int write(Instant moment, boolean isForSql, byte[] target, int at) {
        int end = write(LocalDateTime.ofEpochSecond(moment.getEpochSecond(), 0, ZoneOffset.UTC), isForSql, target, at);
        int millis = moment.getNano() / NANOS_A_MILLI;
        target[end] = '.';
        target[end + 1] = (byte) ('0' + millis / 100);
        putTwo(target, end + 2, millis % 100);
        return writeZone(isForSql, target, end + 4);
    }

    private static int writeZone(boolean isForSql, byte[] target, int at) {
        if (isForSql) {
            target[at] = '+';
            putTwo(target, at + 1, 0);
            return at + 3;
        }
        target[at] = 'Z';
        return at + 1;
    }

    /** Reads the length that is written here or, more slowly, any other that the JDK reads. */
    static LocalDateTime parse(String text) {
        boolean isOurs =
                text.length() == TIME_LENGTH && hasForm(text) && (text.charAt(10) == 'T' || text.charAt(10) == ' ');
        return isOurs ? dateTime(text) : LocalDateTime.parse(text.replace(' ', 'T'));
    }

    static Instant parseInstant(String text) {
        boolean isOurs = text.length() == INSTANT_LENGTH
                && hasForm(text)
                && text.charAt(10) == 'T'
                && text.charAt(19) == '.'
                && areDigits(text, 20, 3)
                && text.charAt(23) == 'Z';
        return isOurs
                ? dateTime(text)
                        .plusNanos((long) number(text, 20, 3) * NANOS_A_MILLI)
                        .toInstant(ZoneOffset.UTC)
                : Instant.parse(text);
    }

    /** As SQL writes it, or as {@link #parseInstant}. */
    static Instant parseSpacedInstant(String text) {
        boolean isSpaced = text.length() == SPACED_INSTANT_LENGTH && text.endsWith("+00");
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

    private static void putTwo(byte[] target, int at, int number) {
        target[at] = (byte) ('0' + number / 10);
        target[at + 1] = (byte) ('0' + number % 10);
    }
}
