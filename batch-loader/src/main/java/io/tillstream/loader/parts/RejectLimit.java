package io.tillstream.loader.parts;

import java.util.OptionalLong;

/** How many rejected rows a file may have before it is given up. */
public sealed interface RejectLimit {

    /** All rows in percent. */
    double WHOLE = 100;

    /** So many. */
    record Rows(long most) implements RejectLimit {
        @Override
        public String toString() {
            return Long.toString(most);
        }
    }

    /** A share of its rows, in percent. */
    record Percent(double most) implements RejectLimit {
        @Override
        public String toString() {
            String number = Double.toString(most);
            return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + "%";
        }
    }

    /**
     * {@code 100} rows, or {@code 0.5%} of them.
     *
     * @throws IllegalArgumentException when it is neither, or no number of rows that there can be
     */
    static RejectLimit parse(String text) {
        try {
            return text.endsWith("%")
                    ? percent(Double.parseDouble(text.substring(0, text.length() - 1)), text)
                    : rows(Long.parseLong(text), text);
        } catch (NumberFormatException unreadable) {
            throw fault(text);
        }
    }

    /** Whether this many of all rows are too many. */
    default boolean isPassed(long rejected, long rows) {
        return switch (this) {
            case Rows count -> rejected > count.most();
            case Percent share -> rejected > share.most() / WHOLE * rows;
        };
    }

    /** Whether it is certain before the end: a share is so as soon as it is passed by all rows that there can be. */
    default boolean isHopeless(long rejected, OptionalLong estimatedRows) {
        return switch (this) {
            case Rows count -> isPassed(rejected, 0);
            case Percent share -> estimatedRows.isPresent() && isPassed(rejected, estimatedRows.getAsLong());
        };
    }

    private static RejectLimit percent(double most, String text) {
        if (!(most >= 0 && most <= WHOLE)) {
            throw fault(text);
        }
        return new Percent(most);
    }

    private static RejectLimit rows(long most, String text) {
        if (most < 0) {
            throw fault(text);
        }
        return new Rows(most);
    }

    private static IllegalArgumentException fault(String text) {
        return new IllegalArgumentException("'" + text + "' is neither a number of rows nor a percentage");
    }
}
