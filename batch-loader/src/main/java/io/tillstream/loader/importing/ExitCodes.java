package io.tillstream.loader.importing;

/** What the program tells its caller. */
final class ExitCodes {

    static final int DONE = 0;
    static final int UNREADABLE = 1;
    static final int TOO_MANY_REJECTED = 2;
    static final int NOT_FINISHED = 3;
    static final int BUSY = 4;

    private ExitCodes() {}
}
