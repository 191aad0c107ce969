package io.tillstream.localcloud.dynamodb.partiql;

import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;

/** Cuts a statement into words. Comments are space. */
final class Words {

    private static final List<String> TWO_CHARACTER_SIGNS = List.of("<<", ">>", "<>", "<=", ">=", "!=");
    private static final String SIGNS = "()[]{},.=<>+-*?:;";

    private final String text;
    private int position;
    private int line = 1;
    private int lineStart;
    private int start;
    private int startLine;
    private int startColumn;

    private Words(String text) {
        this.text = text;
    }

    static List<Word> of(String text) {
        return new Words(text).all();
    }

    private List<Word> all() {
        List<Word> words = new ArrayList<>();
        skipSpace();
        while (position < text.length()) {
            words.add(next());
            skipSpace();
        }
        begin();
        words.add(word(Word.Kind.END, ""));
        return words;
    }

    private Word next() {
        begin();
        char c = text.charAt(position);
        if (c == '\'' || c == '"') {
            String content = quoted(c);
            return word(c == '"' ? Word.Kind.QUOTED_NAME : Word.Kind.TEXT, content);
        }
        if (isDigit(c) || (c == '.' && position + 1 < text.length() && isDigit(text.charAt(position + 1)))) {
            skipNumber();
            return word(Word.Kind.NUMBER, text.substring(start, position));
        }
        if (isNamePart(c)) {
            while (position < text.length() && isNamePart(text.charAt(position))) {
                position++;
            }
            return word(Word.Kind.NAME, text.substring(start, position));
        }
        position += TWO_CHARACTER_SIGNS.stream().anyMatch(sign -> text.startsWith(sign, start)) ? 2 : 1;
        String sign = text.substring(start, position);
        if (sign.length() == 1 && SIGNS.indexOf(c) < 0) {
            throw unreadable();
        }
        return word(Word.Kind.SIGN, sign);
    }

    private void begin() {
        start = position;
        startLine = line;
        startColumn = position - lineStart + 1;
    }

    private Word word(Word.Kind kind, String content) {
        return new Word(kind, content, startLine, startColumn, position - start);
    }

    /** The text between two marks; a mark inside is written twice. */
    private String quoted(char mark) {
        StringBuilder content = new StringBuilder();
        position++;
        while (position < text.length()) {
            char c = text.charAt(position);
            skipCharacter();
            if (c != mark) {
                content.append(c);
            } else if (position < text.length() && text.charAt(position) == mark) {
                content.append(mark);
                position++;
            } else {
                return content.toString();
            }
        }
        throw unreadable();
    }

    private void skipNumber() {
        skipDigits();
        if (position < text.length() && text.charAt(position) == '.') {
            position++;
            skipDigits();
        }
        int exponent = position;
        if (exponent < text.length() && (text.charAt(exponent) == 'e' || text.charAt(exponent) == 'E')) {
            int digits = exponent + 1;
            if (digits < text.length() && "+-".indexOf(text.charAt(digits)) >= 0) {
                digits++;
            }
            if (digits < text.length() && isDigit(text.charAt(digits))) {
                position = digits;
                skipDigits();
            }
        }
    }

    private void skipDigits() {
        while (position < text.length() && isDigit(text.charAt(position))) {
            position++;
        }
    }

    private void skipSpace() {
        while (position < text.length()) {
            if (Character.isWhitespace(text.charAt(position))) {
                skipCharacter();
            } else if (text.startsWith("--", position)) {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", position)) {
                skipBlock();
            } else {
                return;
            }
        }
    }

    private void skipBlock() {
        int end = text.indexOf("*/", position + 2);
        if (end < 0) {
            throw unreadable();
        }
        while (position < end + 2) {
            skipCharacter();
        }
    }

    private void skipCharacter() {
        if (text.charAt(position++) == '\n') {
            line++;
            lineStart = position;
        }
    }

    private static AwsError unreadable() {
        return StatementFault.malformed("");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
