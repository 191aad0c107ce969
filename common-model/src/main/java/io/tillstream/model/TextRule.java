package io.tillstream.model;

import java.util.Optional;

/**
 * What a text in a line must look like: not empty, no outer blanks, at most so many characters (code points), no
 * control characters and no unpaired surrogates, which no UTF-8 store can hold. Validation reports its faults; the
 * types of the model enforce it.
 *
 * @param maxLength in code points, as PostgreSQL counts them
 * @param onlyNameCharacters whether only {@code A-Za-z0-9_-} are allowed
 */
public record TextRule(int maxLength, boolean onlyNameCharacters) {

    /** Any printable text of at most so many characters. */
    public static TextRule text(int maxLength) {
        return new TextRule(maxLength, false);
    }

    /** Letters, digits, underscores and hyphens of ASCII only. */
    public static TextRule name(int maxLength) {
        return new TextRule(maxLength, true);
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

    /** The text itself; throws without quoting it when it breaks the rule. */
    String require(String what, String text) {
        faultIn(text).ifPresent(fault -> {
            throw new IllegalArgumentException(what + " breaks its rule: " + fault);
        });
        return text;
    }

    private boolean charactersAllowed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                c = 'x';
                if (onlyNameCharacters) {
                    return false;
                }
            }
            if (Character.isSurrogate(c) || Character.isISOControl(c) || (onlyNameCharacters && !isNameCharacter(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNameCharacter(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
    }
}
