package io.tillstream.model.codec;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * Splits delimiter-separated text into records. A quote within an unquoted value stands for itself. Written
 * by hand because a fault has to name the line and the column where a quote was opened; CSV libraries tell the line at
 * most.
 */
final class CsvScanner {

    private static final int MAX_RECORD = 1 << 18;
    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final char[] buffer = new char[8_192];
    private final StringBuilder parts = new StringBuilder();

    private int at;
    private int end;

    /** How many characters came before those in the buffer. */
    private long before;

    private long lineNumber = 1;
    private long lineStart;
    private long recordLine;
    private long recordStart;

    CsvScanner(Reader in, char delimiter) {
        this.in = in;
        this.delimiter = delimiter;
    }

    /** Replaces the list's content by the values of the next record; false when there is none. */
    boolean next(List<String> values) throws IOException, MalformedRows {
        values.clear();
        skipByteOrderMark();
        recordLine = lineNumber;
        recordStart = position();
        if (peek() == END) {
            return false;
        }
        do {
            values.add(peek() == '"' ? quoted() : plain());
        } while (isFollowedByValue());
        return true;
    }

    /** The line on which the current record began, counted from 1. */
    long line() {
        return recordLine;
    }

    /** A fault at the current position. */
    MalformedRows malformed(String reason) {
        return malformed(reason, lineNumber, position() - lineStart);
    }

    private static MalformedRows malformed(String reason, long line, long charactersBefore) {
        return new MalformedRows(reason, line, charactersBefore + 1);
    }

    private String plain() throws IOException, MalformedRows {
        parts.setLength(0);
        do {
            int from = at;
            while (at < end && buffer[at] != delimiter && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            if (at < end && parts.isEmpty()) {
                return checked(new String(buffer, from, at - from));
            }
            append(from);
        } while (at == end && fill());
        return parts.toString();
    }

    private String quoted() throws IOException, MalformedRows {
        long openLine = lineNumber;
        long openColumn = position() - lineStart;
        parts.setLength(0);
        at++;
        do {
            if (peek() == END) {
                throw unclosed(openLine, openColumn);
            }
            int from = at;
            while (at < end && buffer[at] != '"') {
                countLine(buffer[at]);
                at++;
            }
            append(from);
        } while (at == end || isDoubled());
        return parts.toString();
    }

    /** A quote that is left open on the last line is a sign that the text is cut off; others swallow lines. */
    private MalformedRows unclosed(long openLine, long openColumn) {
        boolean isOnLastLine = parts.toString().stripTrailing().lines().count() <= 1;
        return new MalformedRows("the quote that opens here is not closed", openLine, openColumn + 1, isOnLastLine);
    }

    /** Whether there is nothing after the current record. */
    boolean isAtEnd() throws IOException {
        return peek() == END;
    }

    /** At a quote within quotes: whether it is one of the value, rather than the one that closes it. */
    private boolean isDoubled() throws IOException {
        at++;
        if (peek() != '"') {
            return false;
        }
        parts.append('"');
        at++;
        return true;
    }

    /** Moves past the end of a value, and returns whether that is a delimiter and not the end of the record. */
    private boolean isFollowedByValue() throws IOException, MalformedRows {
        int next = peek();
        if (next == END) {
            return false;
        }
        if (next != delimiter && next != '\n' && next != '\r') {
            throw malformed("a value goes on after its closing quote; write a quote within quotes twice");
        }
        at++;
        if (next == delimiter) {
            return true;
        }
        if (next == '\r' && peek() == '\n') {
            at++;
        }
        newLine();
        return false;
    }

    private void countLine(char c) {
        if (c == '\n') {
            lineNumber++;
            lineStart = position() + 1;
        }
    }

    private void newLine() {
        lineNumber++;
        lineStart = position();
    }

    private void append(int from) throws MalformedRows {
        parts.append(buffer, from, at - from);
        checked("");
    }

    private String checked(String value) throws MalformedRows {
        if (position() - recordStart > MAX_RECORD) {
            throw malformed(
                    "the row that begins here has more than " + MAX_RECORD + " characters; a quote may be missing",
                    recordLine,
                    0);
        }
        return value;
    }

    private void skipByteOrderMark() throws IOException {
        if (position() == 0 && peek() == '\uFEFF') {
            at++;
            lineStart = 1;
        }
    }

    private long position() {
        return before + at;
    }

    private int peek() throws IOException {
        return at < end || fill() ? buffer[at] : END;
    }

    /** Refills the buffer, all of which has been read. */
    private boolean fill() throws IOException {
        int count = in.read(buffer, 0, buffer.length);
        if (count <= 0) {
            return false;
        }
        before += end;
        at = 0;
        end = count;
        return true;
    }
}
