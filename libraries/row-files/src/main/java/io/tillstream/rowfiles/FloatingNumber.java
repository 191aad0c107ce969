package io.tillstream.rowfiles;

import java.math.BigDecimal;

/**
 * Numbers that a file keeps as binary fractions, which hold but their first digits. One with more digits before the
 * point than are surely right is written with an exponent, as a spreadsheet would show it: an amount it may be, but
 * nobody takes it for an id.
 */
final class FloatingNumber {

    /** Of a double, and of every number of a spreadsheet program. */
    static final int DIGITS_OF_A_DOUBLE = 15;

    static final int DIGITS_OF_A_FLOAT = 7;

    private FloatingNumber() {}

    /** The number in plain digits, or with an exponent where they may not be the digits that were meant. */
    static String text(BigDecimal value, int digits) {
        return isSure(value, digits) ? value.toPlainString() : withExponent(value);
    }

    /** Whether all digits before the point are the ones that were meant. */
    static boolean isSure(BigDecimal value, int digits) {
        return value.signum() == 0 || value.precision() - (long) value.scale() <= digits;
    }

    /** The number as one digit before the point, the others after it, and an exponent. */
    static String withExponent(BigDecimal value) {
        int afterFirst = value.precision() - 1;
        BigDecimal mantissa = new BigDecimal(value.unscaledValue(), afterFirst);
        return mantissa.toPlainString() + "E+" + (afterFirst - (long) value.scale());
    }
}
