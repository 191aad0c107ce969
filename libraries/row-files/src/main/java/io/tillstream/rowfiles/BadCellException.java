package io.tillstream.rowfiles;

import java.io.IOException;

/** A cell that cannot be read: where it is, and why. */
final class BadCellException extends IOException {

    private final String place;
    private final String reason;

    BadCellException(String place, String reason) {
        super(place + ": " + reason);
        this.place = place;
        this.reason = reason;
    }

    String place() {
        return place;
    }

    String reason() {
        return reason;
    }
}
