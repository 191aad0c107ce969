package io.tillstream.localcloud.dynamodb.value;

import io.tillstream.localcloud.protocol.AwsError;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers as the service does: 38 significant digits, from 1E-130 to 9.9...E+125. */
public final class NumberText {

    private static final int MAX_DIGITS = 38;
    private static final int MAX_EXPONENT = 125;
    private static final int MIN_EXPONENT = -130;
    private static final int LONG_DIGITS = 18;
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))(?:[eE]([+-]?[0-9]+))?");

    private NumberText() {}

    public static BigDecimal parse(String text, ValueMessages messages) {
        BigDecimal plain = plain(text);
        return plain != null ? plain : scientific(text, messages);
    }

    /** The number if it is in range; an overflow or underflow in the service's words if not. */
    public static BigDecimal checked(BigDecimal number) {
        // Zero has an exponent too, the one it is written with, and it counts.
        long exponent = (long) number.precision() - number.scale() - 1;
        if (exponent > MAX_EXPONENT) {
            throw overflow();
        }
        if (exponent < MIN_EXPONENT) {
            throw underflow();
        }
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.precision() > MAX_DIGITS) {
            throw AwsError.validation("Attempting to store more than 38 significant digits in a Number");
        }
        return stripped;
    }

    /** Most numbers are short and have no exponent: no need for a pattern. */
    private static @Nullable BigDecimal plain(String text) {
        int length = text.length();
        int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        if (length == start || length - start > LONG_DIGITS) {
            return null;
        }
        long unscaled = 0;
        int point = -1;
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + (c - '0');
            } else if (c == '.' && point < 0 && i > start && i < length - 1) {
                point = i;
            } else {
                return null;
            }
        }
        BigDecimal number = BigDecimal.valueOf(start == 1 ? -unscaled : unscaled, point < 0 ? 0 : length - 1 - point);
        return number.stripTrailingZeros();
    }

    private static BigDecimal scientific(String text, ValueMessages messages) {
        Matcher parts = NUMBER.matcher(text);
        if (!parts.matches()) {
            throw messages.notNumeric(text);
        }
        BigDecimal digits = new BigDecimal(parts.group(1));
        String exponent = parts.group(2);
        return checked(exponent == null ? digits : scaled(digits, exponent, text, messages));
    }

    private static BigDecimal scaled(BigDecimal digits, String written, String text, ValueMessages messages) {
        long exponent;
        try {
            exponent = Long.parseLong(written);
        } catch (NumberFormatException e) {
            throw messages.notNumeric(text);
        }
        long scale = digits.scale() - exponent;
        if (messages.hasOlderNumbers() && (exponent != (int) exponent || scale != (int) scale)) {
            throw messages.notNumeric(text);
        }
        if (messages.hasOlderNumbers() && exponent == Integer.MAX_VALUE) {
            // The older layer's arithmetic wraps around here.
            throw underflow();
        }
        if (Math.abs(exponent) > 1_000_000) {
            throw exponent > 0 ? overflow() : underflow();
        }
        return digits.scaleByPowerOfTen((int) exponent);
    }

    private static RuntimeException overflow() {
        return AwsError.validation(
                "Number overflow. Attempting to store a number with magnitude larger than supported range");
    }

    private static RuntimeException underflow() {
        return AwsError.validation(
                "Number underflow. Attempting to store a number with magnitude smaller than supported range");
    }
}
