package io.tillstream.access.http;

import io.tillstream.access.keys.KeyEntry;

/** Holds public keys to their pages. */
final class PublicKeys {

    /** @throws ForeignOriginException when a public key comes from no page of its own */
    void require(KeyEntry key, RequestSource source) {
        if (key.isPublic() && !key.isFor(source.origin())) {
            throw new ForeignOriginException();
        }
    }
}
