package io.tillstream.localcloud.dynamodb.expression;

import java.util.Locale;

/** A word, number or sign of an expression, and where it stands. */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        /** A name as it is. */
        WORD,
        /** A substituted name: {@code #name}. */
        NAME,
        /** A substituted value: {@code :value}. */
        VALUE,
        NUMBER,
        SIGN,
        /** What no expression may contain. */
        UNKNOWN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String keyword) {
        return kind == Kind.WORD && text.toUpperCase(Locale.ROOT).equals(keyword);
    }
}
