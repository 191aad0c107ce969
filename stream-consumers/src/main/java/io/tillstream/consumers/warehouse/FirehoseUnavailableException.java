package io.tillstream.consumers.warehouse;

/** Firehose did not accept everything, for a temporary reason: what is left can be sent again. */
final class FirehoseUnavailableException extends RuntimeException {

    FirehoseUnavailableException(String message) {
        super(message);
    }

    static FirehoseUnavailableException returned(int left, int sent, String code) {
        return new FirehoseUnavailableException("Firehose handed back " + left + " of " + sent + " records: " + code);
    }
}
