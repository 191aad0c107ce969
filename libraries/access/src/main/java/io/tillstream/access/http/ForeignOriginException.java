package io.tillstream.access.http;

import org.springframework.security.core.AuthenticationException;

/** A public key came from elsewhere than its pages. */
final class ForeignOriginException extends AuthenticationException {

    ForeignOriginException() {
        super("a public key from elsewhere");
    }
}
