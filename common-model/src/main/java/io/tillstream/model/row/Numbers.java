package io.tillstream.model.row;

import io.tillstream.model.LineContent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as people and spreadsheets write them. Never writes out a giant exponent. */
final class Numbers {

    private static final int MAX_LENGTH = 100;
    private static final int DIGITS_OF_A_LONG = 18;
    private static final int MAX_SCALE = 1_000;
    private static final int PRICE_DECIMALS = 4;
    private static final BigDecimal PRICE_BOUND = new BigDecimal("1e14");
    private static final BigDecimal LEAST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    /**
     * A binary fraction printed in full has 16 or 17 digits; sums of such numbers lose a few. What was typed by hand
     * has fewer, or strays further from its neighbour of 4 decimals.
     */
    private static final int NOISY_DIGITS = 13;

    private static final BigDecimal NOISE = new BigDecimal("1e-12");

    private Numbers() {}

    /** A whole number of 64 bits: {@code 6}, {@code 6.0}, {@code 6e0}. */
    static @Nullable Long whole(Field field, String text, FieldErrors faults) {
        BigDecimal number = parse(text);
        if (number == null || !isWhole(number)) {
            faults.add(field, FieldError.NOT_A_WHOLE_NUMBER, FieldErrors.quote(text) + " is not a whole number");
            return null;
        }
        if (digitsBeforePoint(number) > DIGITS_OF_A_LONG
                && (number.compareTo(LEAST_LONG) < 0 || number.compareTo(GREATEST_LONG) > 0)) {
            faults.add(field, FieldError.OUT_OF_RANGE, FieldErrors.quote(text) + " does not fit 64 bits");
            return null;
        }
        return number.longValue();
    }

    /** An exact amount within the bounds of {@link LineContent}. */
    static @Nullable BigDecimal price(Field field, String text, FieldErrors faults) {
        BigDecimal number = parse(text);
        if (number == null) {
            faults.add(field, FieldError.NOT_A_NUMBER, FieldErrors.quote(text) + " is not a number");
            return null;
        }
        BigDecimal price = withoutNoise(number, PRICE_DECIMALS);
        if (price.abs().compareTo(PRICE_BOUND) >= 0) {
            faults.add(field, FieldError.OUT_OF_RANGE, FieldErrors.quote(text) + " is too large");
            return null;
        }
        if (!LineContent.isPriceInBounds(price)) {
            faults.add(field, FieldError.TOO_MANY_DECIMALS, FieldErrors.quote(text) + " has more than 4 decimals");
            return null;
        }
        return price;
    }

    /** An exact number within these bounds. */
    static @Nullable BigDecimal within(OwnType.Numeral bounds, Field field, String text, FieldErrors faults) {
        BigDecimal number = parse(text);
        if (number == null) {
            faults.add(field, FieldError.NOT_A_NUMBER, FieldErrors.quote(text) + " is not a number");
            return null;
        }
        BigDecimal exact = withoutNoise(number, bounds.decimals());
        if (isBeyond(exact, bounds)) {
            faults.add(field, FieldError.OUT_OF_RANGE, FieldErrors.quote(text) + " is out of its bounds");
            return null;
        }
        if (exact.scale() > bounds.decimals() && exact.stripTrailingZeros().scale() > bounds.decimals()) {
            String what = FieldErrors.quote(text) + " has more than " + bounds.decimals() + " decimals";
            faults.add(field, FieldError.TOO_MANY_DECIMALS, what);
            return null;
        }
        return exact;
    }

    private static boolean isBeyond(BigDecimal number, OwnType.Numeral bounds) {
        BigDecimal min = bounds.min();
        BigDecimal max = bounds.max();
        return number.abs().compareTo(OwnType.Numeral.END) >= 0
                || (min != null && number.compareTo(min) < 0)
                || (max != null && number.compareTo(max) > 0);
    }

    /** The exact value of digits with an optional sign, point and exponent; null for anything else. */
    static @Nullable BigDecimal parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return null;
        }
        BigDecimal plain = text.length() <= DIGITS_OF_A_LONG ? plain(text) : null;
        return plain == null && looksNumeric(text) ? any(text) : plain;
    }

    /** The value of digits with at most a minus and a point, as nearly all numbers are; null for anything else. */
    private static @Nullable BigDecimal plain(String text) {
        boolean isNegative = text.charAt(0) == '-';
        int start = isNegative ? 1 : 0;
        int point = text.length();
        long digits = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + c - '0';
            } else if (c == '.' && point == text.length() && text.length() - start > 1) {
                point = i;
            } else {
                return null;
            }
        }
        if (digits == 0) {
            return text.length() == start ? null : BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(isNegative ? -digits : digits, Math.max(text.length() - 1 - point, 0));
    }

    private static @Nullable BigDecimal any(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            return value.signum() == 0 ? BigDecimal.ZERO : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static boolean isWhole(BigDecimal value) {
        return value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0;
    }

    static long digitsBeforePoint(BigDecimal value) {
        return value.precision() - (long) value.scale();
    }

    /** The value without the noise of binary fractions: 2.5499999999999998 is 2.55. */
    private static BigDecimal withoutNoise(BigDecimal value, int decimals) {
        int scale = value.scale();
        if (scale <= decimals || scale > MAX_SCALE || value.precision() < NOISY_DIGITS) {
            return value;
        }
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
        BigDecimal tolerance = value.abs().max(BigDecimal.ONE).multiply(NOISE);
        return value.subtract(rounded).abs().compareTo(tolerance) <= 0 ? rounded : value;
    }

    private static boolean looksNumeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }
}
