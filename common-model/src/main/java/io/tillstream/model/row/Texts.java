package io.tillstream.model.row;

/** Spellings of texts that mean the same. */
final class Texts {

    /** A binary fraction holds that many digits of any number; so does a spreadsheet. */
    private static final int SURE_DIGITS = 15;

    private static final int DIGITS_OF_AN_EXPONENT = 3;

    private Texts() {}

    /** Each tab and line end becomes one blank. */
    static String withoutBreaks(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ') {
                return text.replace("\r\n", " ")
                        .replace('\r', ' ')
                        .replace('\n', ' ')
                        .replace('\t', ' ');
            }
        }
        return text;
    }

    /** Digits lose a point and the zeros after it; any other text stays as it is. */
    static String withoutEmptyDecimals(String text) {
        int point = text.indexOf('.');
        if (point < 1 || point == text.length() - 1) {
            return text;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = i < point ? c >= '0' && c <= '9' : i == point || c == '0';
            if (!fits) {
                return text;
            }
        }
        return text.substring(0, point);
    }

    /**
     * Whether this is how a spreadsheet, or a program that counts in binary fractions, writes a number of more digits
     * than it has kept: {@code 1.48758E+18}, {@code 1,48758E+18}, {@code 1e+18}, {@code 1487580000000000000.0}. An id
     * such as {@code 12E5} is none of them.
     */
    static boolean isRoundedNumber(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        int end = digitsFrom(text, first);
        if (end == first || end == text.length()) {
            return false;
        }
        boolean hasDecimals = text.charAt(end) == '.' || text.charAt(end) == ',';
        int exponent = hasDecimals ? digitsFrom(text, end + 1) : end;
        if (exponent == text.length()) {
            return hasDecimals && end - first > SURE_DIGITS && isZeros(text, end + 1);
        }
        return end - first == 1 && isExponent(text, exponent, hasDecimals);
    }

    /** Whether a number is written with an exponent. */
    static boolean hasExponent(String number) {
        return number.indexOf('E') >= 0 || number.indexOf('e') >= 0;
    }

    /** @param isNumber whether what stands before is a number and no part of a code, sign or no sign */
    private static boolean isExponent(String text, int at, boolean isNumber) {
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        boolean hasSign = at + 1 < text.length() && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-');
        int digits = at + (hasSign ? 2 : 1);
        int count = text.length() - digits;
        return (isNumber || hasSign)
                && count > 0
                && count <= DIGITS_OF_AN_EXPONENT
                && digitsFrom(text, digits) == text.length();
    }

    /** Where the digits that begin here end. */
    private static int digitsFrom(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean isZeros(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return from < text.length();
    }
}
