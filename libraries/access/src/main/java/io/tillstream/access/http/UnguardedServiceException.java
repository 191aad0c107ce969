package io.tillstream.access.http;

/** A service refuses to start, because it would accept every caller, or none. */
final class UnguardedServiceException extends RuntimeException {

    private static final String MAKE_KEYS = "give it keys (tillstream.access.keys or tillstream.access.keys-file; "
            + "`tillstream key new` makes one) or an issuer of tokens (tillstream.access.jwt)";

    private final String action;

    private UnguardedServiceException(String message, String action) {
        super(message);
        this.action = action;
    }

    static UnguardedServiceException reachable(String setting, String address) {
        return new UnguardedServiceException(
                "The service asks for no key, but would listen where others can reach it: " + setting + " is " + address
                        + ".",
                "Either " + MAKE_KEYS + ", or set " + setting + "=127.0.0.1.");
    }

    static UnguardedServiceException openWithKeys() {
        return new UnguardedServiceException(
                "tillstream.access.mode is open, yet there are keys or an issuer of tokens, which an open service"
                        + " ignores.",
                "Remove tillstream.access.mode, or the keys and the issuer.");
    }

    static UnguardedServiceException withoutKeys() {
        return new UnguardedServiceException(
                "The service has no keys and no issuer of tokens: nobody could call it.",
                "Either " + MAKE_KEYS + ", or, where only this machine is to call, set tillstream.access.mode=open.");
    }

    String action() {
        return action;
    }
}
