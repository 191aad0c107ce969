package io.tillstream.loader.ledger;

/** Another run has taken the file over, or may have by now; this one must not go on. */
public final class ClaimLostException extends RuntimeException {

    ClaimLostException() {
        super("another run has taken this file over, because this one did not renew its claim in time");
    }
}
