package io.tillstream.rowfiles;

/** Ends a reading whose consumer wants no more rows; never leaves this package. */
final class Stopped extends RuntimeException {

    Stopped() {
        super("no more rows are wanted", null, false, false);
    }
}
