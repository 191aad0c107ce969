package io.tillstream.localcloud.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens. */
final class Lexer {

    private static final String ONE_CHARACTER_SIGNS = "()[],.=<>+-";

    private final String text;
    private int position;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        return new Lexer(text).all();
    }

    private List<Token> all() {
        List<Token> tokens = new ArrayList<>();
        skipSpace();
        while (position < text.length()) {
            tokens.add(next());
            skipSpace();
        }
        tokens.add(new Token(Token.Kind.END, "<EOF>", text.length(), text.length()));
        return tokens;
    }

    private void skipSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private Token next() {
        int start = position;
        Token.Kind kind = kindAt(text.charAt(position++));
        switch (kind) {
            case WORD -> skipWord();
            case NAME, VALUE -> {
                skipWord();
                // The sign alone names nothing.
                kind = position == start + 1 ? Token.Kind.UNKNOWN : kind;
            }
            case NUMBER -> skipDigits();
            case SIGN -> skipSecondOf(start);
            case UNKNOWN, END -> {}
        }
        return new Token(kind, text.substring(start, position), start, position);
    }

    private static Token.Kind kindAt(char c) {
        return switch (c) {
            case '#' -> Token.Kind.NAME;
            case ':' -> Token.Kind.VALUE;
            default ->
                isWordPart(c) && !isDigit(c)
                        ? Token.Kind.WORD
                        : isDigit(c)
                                ? Token.Kind.NUMBER
                                : ONE_CHARACTER_SIGNS.indexOf(c) >= 0 ? Token.Kind.SIGN : Token.Kind.UNKNOWN;
        };
    }

    private void skipWord() {
        while (position < text.length() && isWordPart(text.charAt(position))) {
            position++;
        }
    }

    private void skipDigits() {
        while (position < text.length() && isDigit(text.charAt(position))) {
            position++;
        }
    }

    private void skipSecondOf(int start) {
        if (position < text.length()) {
            String pair = text.substring(start, position + 1);
            if (pair.equals("<>") || pair.equals("<=") || pair.equals(">=")) {
                position++;
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c);
    }
}
