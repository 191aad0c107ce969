package io.tillstream.consumers.reprocess;

/** What a run did. Its components are what {@code --json} prints. */
sealed interface Report permits RawReport, RejectedReport {

    int DONE = 0;
    int UNREADABLE = 1;
    int STILL_REJECTED = 2;
    int NOT_FINISHED = 3;

    int exitCode();

    String text();
}
