package io.tillstream.model.row;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.row.FieldShape.JsonType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What values a field of an installation's own has, and their bounds. */
public sealed interface OwnType {

    /** As a file of declarations calls it. */
    String word();

    /** Its bounds as a file of declarations has them; the same text for the same bounds. */
    String bounds();

    /** What to send, fit for the end of a message. */
    String expectation();

    /** What values look like in JSON. */
    FieldShape shape();

    /**
     * A text.
     *
     * @param max how many characters it may have, at most 256
     */
    record Text(int max) implements OwnType {

        /** As many characters as an attribute may have. */
        public static final int LONGEST = AttributeValue.Text.RULE.maxLength();

        public Text {
            if (max < 1 || max > LONGEST) {
                throw new IllegalArgumentException("a text has a max of 1 to " + LONGEST + " characters");
            }
        }

        @Override
        public String word() {
            return "text";
        }

        @Override
        public String bounds() {
            return "max: " + max;
        }

        @Override
        public String expectation() {
            return "send 1 to " + max + " characters";
        }

        @Override
        public FieldShape shape() {
            return FieldShape.text(max);
        }
    }

    /**
     * An exact number, with less than 19 digits before the point.
     *
     * @param min the least there is, if there is one
     * @param max the greatest there is, if there is one
     * @param decimals how many digits it may have after the point
     */
    record Numeral(@Nullable BigDecimal min, @Nullable BigDecimal max, int decimals) implements OwnType {

        public static final int MOST_DECIMALS = 18;

        /** As those of a price. */
        public static final int USUAL_DECIMALS = 4;

        static final BigDecimal END = new BigDecimal("1e18");

        public Numeral {
            if (decimals < 0 || decimals > MOST_DECIMALS) {
                throw new IllegalArgumentException("a number has 0 to " + MOST_DECIMALS + " decimals");
            }
            if (isFar(min) || isFar(max)) {
                throw new IllegalArgumentException("min and max have less than 19 digits before the point");
            }
            if (min != null && max != null && min.compareTo(max) > 0) {
                throw new IllegalArgumentException("min is more than max");
            }
        }

        private static boolean isFar(@Nullable BigDecimal bound) {
            return bound != null && bound.abs().compareTo(END) >= 0;
        }

        @Override
        public String word() {
            return "number";
        }

        @Override
        public String bounds() {
            return (min == null ? "" : "min: " + plain(min) + ", ")
                    + (max == null ? "" : "max: " + plain(max) + ", ")
                    + "decimals: " + decimals;
        }

        @Override
        public String expectation() {
            return "send a " + inWords();
        }

        String inWords() {
            return (decimals == 0 ? "whole number" : "number with at most " + decimals + " decimals")
                    + (min == null ? "" : ", " + plain(min) + " or more")
                    + (max == null ? "" : ", " + plain(max) + " or less");
        }

        @Override
        public FieldShape shape() {
            return FieldShape.of(decimals == 0 ? JsonType.INTEGER : JsonType.NUMBER, JsonType.STRING);
        }

        private static String plain(BigDecimal bound) {
            return bound.signum() == 0 ? "0" : bound.stripTrailingZeros().toPlainString();
        }
    }

    /** A moment: with an offset, or of UTC. It is kept as text, to the millisecond of UTC. */
    record Time() implements OwnType {

        @Override
        public String word() {
            return "time";
        }

        @Override
        public String bounds() {
            return "";
        }

        @Override
        public String expectation() {
            return "send a time such as \"2019-10-01T02:00:00+02:00\"";
        }

        @Override
        public FieldShape shape() {
            return FieldShape.of(JsonType.STRING).matching(EventFields.TIME_PATTERN);
        }
    }

    /** A yes or no. */
    record Flag() implements OwnType {

        @Override
        public String word() {
            return "flag";
        }

        @Override
        public String bounds() {
            return "";
        }

        @Override
        public String expectation() {
            return "send true or false";
        }

        @Override
        public FieldShape shape() {
            return FieldShape.of(JsonType.BOOLEAN, JsonType.STRING, JsonType.INTEGER);
        }
    }
}
