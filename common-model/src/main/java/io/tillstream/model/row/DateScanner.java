package io.tillstream.model.row;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of the data set: {@code M/d/yyyy H:mm[:ss]}, or day first where that is said, a two-digit year meaning
 * 20yy, and {@code yyyy-MM-dd[ T]HH:mm[:ss]}. A fraction of a second is cut off. An offset is checked and dropped: the date is
 * the shop's local time, as it stood on the receipt.
 */
final class DateScanner extends TimeScanner {

    private static final int CENTURY = 2_000;

    private final DateOrder order;

    private DateScanner(String text, DateOrder order) {
        super(text);
        this.order = order;
    }

    /** The date and time, or null when the text is not one. */
    static @Nullable LocalDateTime parse(String text, DateOrder order) {
        return new DateScanner(text, order).scan(isIso(text));
    }

    /** Whether the year comes first, so that there is only one order. */
    static boolean isIso(String text) {
        return text.length() > 4 && text.charAt(4) == '-';
    }

    private @Nullable LocalDateTime scan(boolean iso) {
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
        if (!separated || offset() == NO_OFFSET || !isAtEnd()) {
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
        int start = position();
        int year = digits(2, 4);
        return switch (position() - start) {
            case 2 -> CENTURY + year;
            case 4 -> year;
            default -> NONE;
        };
    }

    private int secondsWithFraction() {
        int second = digits(2, 2);
        if (skip('.') && digits(1, 9) == NONE) {
            return NONE;
        }
        return second;
    }
}
