package io.tillstream.localcloud.s3;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a listing goes on: the key of the page's last object, in letters that XML can hold. */
final class ListingToken {

    private ListingToken() {}

    static String of(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** Of one that is none of ours, itself: the listing begins where it would stand. */
    static String keyOf(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            return token;
        }
    }
}
