package io.tillstream.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The bounds and the canonical form of money in a line.
 *
 * <p>A unit price has at most 4 decimals and 14 digits before the point, so that it fits DECIMAL(18,4). A line total
 * is then at most a 64-bit quantity times that: 37 digits, which fit DECIMAL(38,4) and DynamoDB's 38 digits.
 */
public final class Money {

    /** Nothing, to the cent. */
    public static final BigDecimal ZERO = new BigDecimal("0.00");

    private static final int MIN_DECIMALS = 2;
    private static final int MAX_DECIMALS = 4;
    private static final int MAX_INTEGER_DIGITS = 14;
    private static final int MAX_SCALE = 1_000;

    private Money() {}

    /** Whether a price is within the bounds; cheap for giant exponents, which are never written out. */
    static boolean inBounds(BigDecimal price) {
        if (price.scale() >= 0 && price.scale() <= MAX_DECIMALS) {
            return price.precision() - price.scale() <= MAX_INTEGER_DIGITS;
        }
        if (Math.abs((long) price.scale()) > MAX_SCALE) {
            return price.signum() == 0;
        }
        BigDecimal stripped = price.stripTrailingZeros();
        return stripped.scale() <= MAX_DECIMALS && stripped.precision() - stripped.scale() <= MAX_INTEGER_DIGITS;
    }

    /** Trailing zeros removed down to two decimals. */
    public static BigDecimal canonical(BigDecimal amount) {
        if (amount.scale() == MIN_DECIMALS) {
            return amount;
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < MIN_DECIMALS ? stripped.setScale(MIN_DECIMALS, RoundingMode.UNNECESSARY) : stripped;
    }
}
