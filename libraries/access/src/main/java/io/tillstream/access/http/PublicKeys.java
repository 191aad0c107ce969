package io.tillstream.access.http;

import io.tillstream.access.keys.KeyEntry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds public keys to their pages, and keeps all other keys out of URLs. */
final class PublicKeys {

    private static final Logger LOG = LoggerFactory.getLogger(PublicKeys.class);

    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /**
     * @throws ForeignOriginException when a public key comes from no page of its own
     * @throws SecretKeyInUrlException when a key that is not public comes in a URL
     */
    void require(KeyEntry key, RequestSource source) {
        if (key.isPublic() && !key.isFor(source.origin())) {
            throw new ForeignOriginException();
        }
        if (!key.isPublic() && source.isInUrl()) {
            if (warned.add(key.id())) {
                LOG.warn(
                        "Key {} was sent in a URL, which proxies write down: replace it (`tillstream key new`)",
                        key.id());
            }
            throw new SecretKeyInUrlException();
        }
    }
}
