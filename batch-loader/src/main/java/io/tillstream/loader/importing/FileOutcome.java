package io.tillstream.loader.importing;

import io.tillstream.commandline.ExitCodes;

/** The outcome of a file. */
enum FileOutcome {
    LOADED(ExitCodes.DONE),
    NOTHING_TO_DO(ExitCodes.DONE),
    /** Too many of its rows, or all. */
    TOO_MANY_REJECTED(ExitCodes.REJECTED),
    UNREADABLE(ExitCodes.UNREADABLE),
    BUSY(ExitCodes.BUSY),
    NOT_FINISHED(ExitCodes.NOT_FINISHED);

    private final int exitCode;

    FileOutcome(int exitCode) {
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
