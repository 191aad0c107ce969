package io.tillstream.model.row;

import java.util.Locale;
import java.util.Set;

/**
 * How programs write a missing value: R, SQL, Python, spreadsheets and those who fill forms. A field that holds
 * nothing but one of these, in any case, holds nothing.
 */
final class NoValue {

    /** In lower case. {@code \n} is what databases export, a backslash and a letter. */
    private static final Set<String> SPELLINGS =
            Set.of("na", "n/a", "#n/a", "#na", "<na>", "nan", "null", "(null)", "[null]", "nil", "none", "\\n", "-");

    private static final String FIRST_CHARACTERS = "nN-#<([\\";
    private static final int LONGEST = 6;

    private NoValue() {}

    /** Whether a text, without outer blanks, stands for a missing value. */
    static boolean isSpelledBy(String text) {
        return text.isEmpty()
                || (text.length() <= LONGEST
                        && FIRST_CHARACTERS.indexOf(text.charAt(0)) >= 0
                        && SPELLINGS.contains(text.toLowerCase(Locale.ROOT)));
    }
}
