package io.tillstream.model;

/**
 * The blanks that are trimmed from values and names: Unicode white space, every kind of space including the
 * no-break space, and the byte order mark.
 */
public final class Blanks {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Blanks() {}

    /** The text without its outer blanks. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static boolean isBlank(char c) {
        if (c > ' ' && c < '\u007F') {
            return false;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK;
    }
}
