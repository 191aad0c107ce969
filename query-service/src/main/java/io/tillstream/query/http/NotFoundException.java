package io.tillstream.query.http;

/** The stores have nothing under the id that was asked for. Its message is for the caller. */
public final class NotFoundException extends RuntimeException {

    private NotFoundException(String message) {
        super(message);
    }

    public static NotFoundException of(String what, String id) {
        return new NotFoundException("There is no " + what + " " + id + " yet");
    }
}
