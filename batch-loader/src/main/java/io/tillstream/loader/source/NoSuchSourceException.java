package io.tillstream.loader.source;

/** Nothing is there under the name that was given. The message is for the one who gave it, and leaves the name out. */
public final class NoSuchSourceException extends Exception {

    NoSuchSourceException(String message) {
        super(message);
    }
}
