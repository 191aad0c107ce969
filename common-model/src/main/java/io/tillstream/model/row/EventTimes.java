package io.tillstream.model.row;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of shop events: {@code yyyy-MM-dd HH:mm[:ss[.fraction]]}, a {@code T} or blanks in the middle, then
 * {@code UTC}, {@code Z}, an offset such as {@code +01:00}, or nothing, which means UTC. Of a fraction, the milliseconds
 * count.
 */
final class EventTimes extends TimeScanner {

    private static final int SECONDS_A_DAY = 86_400;
    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int SECONDS_A_MINUTE = 60;
    private static final int HOURS = 24;
    private static final int DIGITS_OF_MILLIS = 3;
    private static final int MOST_DIGITS = 9;
    private static final int NANOS_A_MILLI = 1_000_000;

    /** An offset may lead out of the years 1 to 9999. */
    private static final long FIRST_SECOND = LocalDate.of(1, 1, 1).toEpochDay() * SECONDS_A_DAY;

    private static final long END = LocalDate.of(10_000, 1, 1).toEpochDay() * SECONDS_A_DAY;

    private EventTimes(String text) {
        super(text);
    }

    /** The moment, or null when the text is not one. */
    static @Nullable Instant parse(String text) {
        return new EventTimes(text).scan();
    }

    private @Nullable Instant scan() {
        int year = digits(4, 4);
        boolean separated = skip('-');
        int month = digits(2, 2);
        separated &= skip('-');
        int day = digits(2, 2);
        separated &= blankOrT();
        int hour = digits(2, 2);
        separated &= skip(':');
        int minute = digits(2, 2);
        int second = skip(':') ? digits(2, 2) : 0;
        int millis = skip('.') ? millis() : 0;
        int ahead = zone();
        boolean isTime = isBelow(hour, HOURS) && isBelow(minute, SECONDS_A_MINUTE) && isBelow(second, SECONDS_A_MINUTE);
        if (!separated || !isTime || millis == NONE || ahead == NO_OFFSET || !isAtEnd()) {
            return null;
        }
        int secondOfDay = hour * SECONDS_AN_HOUR + minute * SECONDS_A_MINUTE + second;
        return moment(year, month, day, secondOfDay - ahead, millis);
    }

    private static boolean isBelow(int number, int bound) {
        return number != NONE && number < bound;
    }

    private static @Nullable Instant moment(int year, int month, int day, int secondOfDay, int millis) {
        if (year < 1) {
            return null;
        }
        try {
            long second = LocalDate.of(year, month, day).toEpochDay() * SECONDS_A_DAY + secondOfDay;
            boolean isKept = second >= FIRST_SECOND && second < END;
            return isKept ? Instant.ofEpochSecond(second, (long) millis * NANOS_A_MILLI) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The first three digits of a fraction, of which there may be fewer. */
    private int millis() {
        int start = position();
        int millis = digits(1, DIGITS_OF_MILLIS);
        if (millis == NONE) {
            return NONE;
        }
        for (int digits = position() - start; digits < DIGITS_OF_MILLIS; digits++) {
            millis *= 10;
        }
        digits(0, MOST_DIGITS - DIGITS_OF_MILLIS);
        return millis;
    }

    /** The seconds that the zone is ahead of UTC. */
    private int zone() {
        int start = position();
        skipBlanks();
        if (skip('U') || skip('u')) {
            boolean isUtc = (skip('T') || skip('t')) && (skip('C') || skip('c'));
            return isUtc ? 0 : NO_OFFSET;
        }
        return isAtEnd() && position() > start ? NO_OFFSET : offset();
    }
}
