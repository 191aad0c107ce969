package io.tillstream.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The value of a derived field: a text, a number or a yes-or-no, as JSON and every store behind the stream know them.
 * Values that say the same are equal.
 */
public sealed interface AttributeValue {

    /** The value as a text that no other value has. */
    String asText();

    /** 1 to 256 characters, without outer blanks and control characters. */
    record Text(String value) implements AttributeValue {

        public static final TextRule RULE = TextRule.text(256);

        public Text {
            RULE.require("the text of an attribute", value);
        }

        @Override
        public String asText() {
            return "\"" + value;
        }

        /** Hides the text, which may be customer data. */
        @Override
        public String toString() {
            return "Text[hidden]";
        }
    }

    /**
     * An exact number, whole or not, without trailing zeros after the point; at most 38 digits in all, which is what
     * DynamoDB keeps.
     */
    record Numeral(BigDecimal value) implements AttributeValue {

        private static final int MAX_DIGITS = 38;
        private static final int MAX_SCALE = 1_000;

        public Numeral {
            if (!isInBounds(value)) {
                throw new IllegalArgumentException("the number of an attribute has more than 38 digits");
            }
            value = canonical(value);
        }

        public static Numeral of(long value) {
            return new Numeral(BigDecimal.valueOf(value));
        }

        /** Whether the constructor takes this number; cheap for giant exponents, which are never written out. */
        public static boolean isInBounds(BigDecimal value) {
            if (Math.abs((long) value.scale()) > MAX_SCALE) {
                return value.signum() == 0;
            }
            BigDecimal kept = canonical(value);
            return kept.precision() <= MAX_DIGITS && kept.scale() <= MAX_DIGITS;
        }

        private static BigDecimal canonical(BigDecimal value) {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
        }

        @Override
        public String asText() {
            return value.toPlainString();
        }

        /** Hides the number, as it may identify a customer. */
        @Override
        public String toString() {
            return "Numeral[hidden]";
        }
    }

    /** True or false. */
    record Flag(boolean value) implements AttributeValue {

        @Override
        public String asText() {
            return String.valueOf(value);
        }
    }
}
