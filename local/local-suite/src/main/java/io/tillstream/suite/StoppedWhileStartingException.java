package io.tillstream.suite;

/** The process was asked to end before the suite was up. */
final class StoppedWhileStartingException extends RuntimeException {

    StoppedWhileStartingException() {
        super("stopped while starting");
    }
}
