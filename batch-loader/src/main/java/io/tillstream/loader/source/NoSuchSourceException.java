package io.tillstream.loader.source;

/** There is nothing under the name that was given. The message is for the one who gave it, and leaves the name out. */
public final class NoSuchSourceException extends Exception {

    NoSuchSourceException(String message) {
        super(message);
    }
}
