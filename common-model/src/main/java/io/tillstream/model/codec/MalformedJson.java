package io.tillstream.model.codec;

/** A body that is not the JSON of rows. It says where and why, and quotes nothing of the body. */
public final class MalformedJson extends Exception {

    private final String reason;
    private final int line;
    private final int column;

    MalformedJson(String reason, int line, int column) {
        super(reason + " at line " + line + ", column " + column);
        this.reason = reason;
        this.line = line;
        this.column = column;
    }

    /** What is wrong, without the place. */
    public String reason() {
        return reason;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** Counted from 1, in bytes. */
    public int column() {
        return column;
    }
}
