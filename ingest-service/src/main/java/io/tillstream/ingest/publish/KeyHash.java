package io.tillstream.ingest.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes partition keys as Kinesis does, by MD5. For one thread; remembers the last key, as lines come by invoice. */
final class KeyHash {

    private final MessageDigest md5 = md5();
    private String lastKey = "";
    private HashKey lastHash = HashKey.of(md5.digest());

    HashKey of(String partitionKey) {
        if (!partitionKey.equals(lastKey)) {
            lastHash = HashKey.of(md5.digest(partitionKey.getBytes(StandardCharsets.UTF_8)));
            lastKey = partitionKey;
        }
        return lastHash;
    }

    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}
