package io.tillstream.ingest.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pseudonyms: the same value of the same field always gets the same one, and without the secret nobody can tell which
 * value it stands for, nor try values out. Safe for use by several threads.
 */
final class Fingerprint {

    private static final String ALGORITHM = "HmacSHA256";

    /** 128 bits, as 32 hexadecimal digits: no two of any number of customers meet, and every text field takes it. */
    private static final int KEPT_BYTES = 16;

    private final Mac keyed;

    Fingerprint(String secret) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no " + ALGORITHM, e);
        }
    }

    String of(String field, String value) {
        Mac mac = copy();
        mac.update(field.getBytes(UTF_8));
        mac.update((byte) 0);
        return HexFormat.of().formatHex(mac.doFinal(value.getBytes(UTF_8)), 0, KEPT_BYTES);
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This JDK cannot copy " + ALGORITHM, e);
        }
    }
}
