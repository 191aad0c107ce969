package io.tillstream.model.row;

/** Spellings of texts that mean the same. */
final class Texts {

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
}
