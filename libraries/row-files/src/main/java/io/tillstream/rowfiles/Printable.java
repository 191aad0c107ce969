package io.tillstream.rowfiles;

/** Text out of a file as it can be shown: what steers a terminal, or shows nothing, is written as its code. */
public final class Printable {

    private static final int LONGEST = 2_000;

    private Printable() {}

    /** The text in letters, signs and blanks only; a very long one is cut. */
    public static String text(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), LONGEST));
        for (int at = 0; at < text.length() && shown.length() < LONGEST; ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (isPrintable(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append("\\u%04x".formatted(c));
            }
        }
        return shown.length() < LONGEST ? shown.toString() : shown + "…";
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> c != 0xFFFD;
        };
    }
}
