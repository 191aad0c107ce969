package io.tillstream.commandline;

/** The exit codes of a command. */
public final class ExitCodes {

    public static final int DONE = 0;

    /** Wrong usage, or an input that cannot be read. */
    public static final int UNREADABLE = 1;

    public static final int REJECTED = 2;

    /** It gave up, or was interrupted; the same command continues. */
    public static final int NOT_FINISHED = 3;

    /** Another run is working on it. */
    public static final int BUSY = 4;

    private ExitCodes() {}
}
