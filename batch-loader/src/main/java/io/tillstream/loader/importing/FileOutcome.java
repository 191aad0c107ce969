package io.tillstream.loader.importing;

/** What became of a file. */
enum FileOutcome {
    LOADED(ExitCodes.DONE),
    NOTHING_TO_DO(ExitCodes.DONE),
    /** Too many of its rows, or all. */
    TOO_MANY_REJECTED(ExitCodes.TOO_MANY_REJECTED),
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
