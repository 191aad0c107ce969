package io.tillstream.commandline;

/** What a command tells its caller. */
public final class ExitCodes {

    public static final int DONE = 0;

    /** Wrong usage, or an input that cannot be read. */
    public static final int UNREADABLE = 1;

    public static final int REJECTED = 2;

    /** It gave up, or was interrupted; the same command goes on. */
    public static final int NOT_FINISHED = 3;

    /** Another run is at it. */
    public static final int BUSY = 4;

    private ExitCodes() {}
}
