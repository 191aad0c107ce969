package io.tillstream.model;

import java.util.Optional;

/**
 * The rule that a text in a line must keep: not empty, no outer blanks, at most so many characters (code points), no
 * control characters and no unpaired surrogates, which no UTF-8 store can hold. Validation reports its faults; the
 * types of the model enforce it.
 *
 * @param maxLength in code points, as PostgreSQL counts them
 * @param onlyNameCharacters whether only {@code A-Za-z0-9_-} are allowed
 */
public record TextRule(int maxLength, boolean onlyNameCharacters) {

    private static final int BYTES_OF_A_CHARACTER = 4;

    /** Any printable text of at most so many characters. */
    public static TextRule text(int maxLength) {
        return new TextRule(maxLength, false);
    }

    /** Letters, digits, underscores and hyphens of ASCII only. */
    public static TextRule name(int maxLength) {
        return new TextRule(maxLength, true);
    }

    /** At most so many bytes of UTF-8. */
    public int maxBytes() {
        return onlyNameCharacters ? maxLength : maxLength * BYTES_OF_A_CHARACTER;
    }

    /** The first fault of a text, or empty when it keeps the rule. */
    public Optional<TextFault> faultIn(String text) {
        if (text.isEmpty()) {
            return Optional.of(TextFault.EMPTY);
        }
        if (Blanks.isBlank(text.charAt(0)) || Blanks.isBlank(text.charAt(text.length() - 1))) {
            return Optional.of(TextFault.OUTER_BLANKS);
        }
        if (text.length() > maxLength && text.codePointCount(0, text.length()) > maxLength) {
            return Optional.of(TextFault.TOO_LONG);
        }
        return charactersAllowed(text) ? Optional.empty() : Optional.of(TextFault.BAD_CHARACTERS);
    }

    /** Returns the text; throws, without quoting it, when it breaks the rule. */
    public String require(String what, String text) {
        Optional<TextFault> fault = faultIn(text);
        if (fault.isPresent()) {
            throw new IllegalArgumentException(what + " breaks its rule: " + fault.get());
        }
        return text;
    }

    private boolean charactersAllowed(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (onlyNameCharacters ? !isNameCharacter(c) : !isPrintableAscii(c) && !isAllowed(text.codePointAt(at))) {
                return false;
            }
            // A surrogate that was let through is the first of two.
            at += Character.isSurrogate(c) ? 2 : 1;
        }
        return true;
    }

    private static boolean isPrintableAscii(char c) {
        return c >= ' ' && c <= '~';
    }

    private static boolean isAllowed(int character) {
        boolean isUnpaired = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !isUnpaired && !Character.isISOControl(character);
    }

    private static boolean isNameCharacter(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
    }
}
