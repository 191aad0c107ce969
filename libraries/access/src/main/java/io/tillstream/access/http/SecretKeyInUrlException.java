package io.tillstream.access.http;

import org.springframework.security.core.AuthenticationException;

/** A key that is not public came where proxies and browsers write it down. */
final class SecretKeyInUrlException extends AuthenticationException {

    SecretKeyInUrlException() {
        super("a secret key in a URL");
    }
}
