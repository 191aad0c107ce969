package io.tillstream.model.row;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of the data set: {@code M/d/yyyy H:mm[:ss]}, or day first where that is said, a two-digit year
 * meaning 20yy, and {@code yyyy-MM-dd[ T]HH:mm[:ss]}. A fraction of a second is cut off. An offset is checked and
 * dropped: the date is the shop's local time, as it stood on the receipt. Written by hand, because formatters and
 * regular expressions would cost more than all the rest of a row.
 */
final class DateScanner {

    private static final int MAX_OFFSET_HOURS = 18;
    private static final int CENTURY = 2_000;
    private static final int NONE = -1;

    private final String text;
    private final DateOrder order;
    private int at;

    private DateScanner(String text, DateOrder order) {
        this.text = text;
        this.order = order;
    }

    /** The date and time, or null when the text is not one. */
    static @Nullable LocalDateTime parse(String text, DateOrder order) {
        return new DateScanner(text, order).scan();
    }

    /** Whether the year comes first, so that there is only one order. */
    static boolean isIso(String text) {
        return text.length() > 4 && text.charAt(4) == '-';
    }

    private @Nullable LocalDateTime scan() {
        boolean iso = isIso(text);
        int year = iso ? digits(4, 4) : NONE;
        boolean separated = !iso || skip('-');
        int first = digits(iso ? 2 : 1, 2);
        separated &= skip(iso ? '-' : '/');
        int second = digits(iso ? 2 : 1, 2);
        if (!iso) {
            separated &= skip('/');
            year = year();
        }
        separated &= blankOrT();
        int hour = digits(1, 2);
        separated &= skip(':');
        int minute = digits(2, 2);
        int seconds = skip(':') ? secondsWithFraction() : 0;
        if (!separated || !offsetIsFine() || at != text.length()) {
            return null;
        }
        return iso || order == DateOrder.MONTH_FIRST
                ? date(year, first, second, hour, minute, seconds)
                : date(year, second, first, hour, minute, seconds);
    }

    private static @Nullable LocalDateTime date(int year, int month, int day, int hour, int minute, int second) {
        if (year < 1) {
            return null;
        }
        try {
            return LocalDateTime.of(year, month, day, hour, minute, second);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private int year() {
        int start = at;
        int year = digits(2, 4);
        return switch (at - start) {
            case 2 -> CENTURY + year;
            case 4 -> year;
            default -> NONE;
        };
    }

    private boolean blankOrT() {
        int start = at;
        skipBlanks();
        return at > start || skip('T') || skip('t');
    }

    private int secondsWithFraction() {
        int second = digits(2, 2);
        if (skip('.') && digits(1, 9) == NONE) {
            return NONE;
        }
        return second;
    }

    /** {@code Z}, {@code +01}, {@code +0100} or {@code +01:00}, or nothing at all. */
    private boolean offsetIsFine() {
        int start = at;
        skipBlanks();
        if (skip('Z') || skip('z')) {
            return true;
        }
        if (!skip('+') && !skip('-')) {
            return at == start;
        }
        int hours = digits(2, 2);
        int minutes = at == text.length() ? 0 : minutesOfOffset();
        return hours >= 0 && hours <= MAX_OFFSET_HOURS && minutes >= 0 && minutes < 60;
    }

    private int minutesOfOffset() {
        skip(':');
        return digits(2, 2);
    }

    /** The next digits as a number, or -1 when there are too few; reads no more than the greatest count. */
    private int digits(int least, int most) {
        int start = at;
        int number = 0;
        while (at < text.length() && at - start < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = number * 10 + text.charAt(at++) - '0';
        }
        return at - start < least ? NONE : number;
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean skip(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }
}
