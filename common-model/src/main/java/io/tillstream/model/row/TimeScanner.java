package io.tillstream.model.row;

/**
 * The parts that written times are made of, taken one after the other. Written by hand, because formatters and regular
 * expressions would cost more than all the rest of a row.
 */
abstract class TimeScanner {

    /** Stands for a number that is not there, or not one of the calendar. */
    static final int NONE = -1;

    /** Stands for an offset that is not one. */
    static final int NO_OFFSET = Integer.MIN_VALUE;

    private static final int MAX_OFFSET_HOURS = 18;
    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int SECONDS_A_MINUTE = 60;

    private final String text;
    private int at;

    TimeScanner(String text) {
        this.text = text;
    }

    final int position() {
        return at;
    }

    final boolean isAtEnd() {
        return at == text.length();
    }

    /** The next digits as a number, or -1 when there are too few; reads no more than the greatest count. */
    final int digits(int least, int most) {
        int start = at;
        int number = 0;
        while (at < text.length() && at - start < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = number * 10 + text.charAt(at++) - '0';
        }
        return at - start < least ? NONE : number;
    }

    /** Whether blanks or a T stand between a date and a time. */
    final boolean blankOrT() {
        int start = at;
        skipBlanks();
        return at > start || skip('T') || skip('t');
    }

    /**
     * The seconds that {@code Z}, {@code +01}, {@code +0100} or {@code +01:00} are ahead of UTC; 0 when there is nothing at
     * all, {@link #NO_OFFSET} when there is something else.
     */
    final int offset() {
        int start = at;
        skipBlanks();
        if (skip('Z') || skip('z')) {
            return 0;
        }
        boolean isBehind = skip('-');
        if (!isBehind && !skip('+')) {
            return at == start ? 0 : NO_OFFSET;
        }
        int hours = digits(2, 2);
        int minutes = isAtEnd() ? 0 : minutesOfOffset();
        if (hours < 0 || hours > MAX_OFFSET_HOURS || minutes < 0 || minutes >= SECONDS_A_MINUTE) {
            return NO_OFFSET;
        }
        int seconds = hours * SECONDS_AN_HOUR + minutes * SECONDS_A_MINUTE;
        return isBehind ? -seconds : seconds;
    }

    private int minutesOfOffset() {
        skip(':');
        return digits(2, 2);
    }

    final void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    final boolean skip(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }
}
