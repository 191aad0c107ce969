package io.tillstream.model.codec;

/** A body or file that cannot be split into rows. It says where and why, and quotes nothing of what it read. */
public final class MalformedRows extends Exception {

    private final String reason;
    private final long line;
    private final long column;
    private final boolean isCutOff;

    MalformedRows(String reason, long line, long column) {
        this(reason, line, column, false);
    }

    /** @param isCutOff whether the text ends on the same line, as one does that is cut off there */
    MalformedRows(String reason, long line, long column, boolean isCutOff) {
        super(reason + " at line " + line + ", column " + column);
        this.reason = reason;
        this.line = line;
        this.column = column;
        this.isCutOff = isCutOff;
    }

    /** What is wrong, without the place. */
    public String reason() {
        return reason;
    }

    /** Counted from 1. */
    public long line() {
        return line;
    }

    /** Counted from 1, in bytes of JSON, in characters of CSV. */
    public long column() {
        return column;
    }

    /** Whether it is the last line that is not written to its end. */
    boolean isCutOff() {
        return isCutOff;
    }
}
