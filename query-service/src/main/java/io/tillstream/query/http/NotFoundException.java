package io.tillstream.query.http;

/** What was asked for is not there, as far as the stores know. Its message is for the caller. */
public final class NotFoundException extends RuntimeException {

    private NotFoundException(String message) {
        super(message);
    }

    public static NotFoundException of(String what, String id) {
        return new NotFoundException("There is no " + what + " " + id + " yet");
    }
}
