package io.tillstream.query.http;

import io.tillstream.storecalls.StoreUnavailableException;

/** The store of the sessions does not answer: the same question may be answered later. */
public final class SessionsUnavailableException extends RuntimeException {

    public SessionsUnavailableException(StoreUnavailableException cause) {
        super(cause.getMessage(), cause);
    }
}
