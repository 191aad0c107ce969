package io.tillstream.consumers.reprocess;

/** A step was left undone, because the run is to stop or has tried for long enough. */
final class NotDoneException extends Exception {

    NotDoneException(String message) {
        super(message);
    }
}
