package io.tillstream.loader.parts;

import io.tillstream.model.FeedLine;
import io.tillstream.model.identity.ContentHashing;
import io.tillstream.model.identity.Digest128;

/** A digest of lines whose ids the file gives. It does not depend on their order: it is the sum of those of each. */
final class LinesDigest {

    private final ContentHashing hashing;
    private final Digest128 digest = new Digest128();
    private long high;
    private long low;

    LinesDigest(ContentHashing hashing) {
        this.hashing = hashing;
    }

    void add(FeedLine line) {
        Digest128.Hash hash = hashing.ofGivenId(line, digest);
        high += hash.high();
        low += hash.low();
    }

    Digest128.Hash plus(Digest128.Hash other) {
        return new Digest128.Hash(high + other.high(), low + other.low());
    }
}
