package io.tillstream.loader.parts;

import io.tillstream.model.FeedLine;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.TransactionHashing;

/** A digest of lines whose ids the file gives. It does not depend on their order: it is the sum of those of each. */
final class LinesDigest {

    private final Digest128 digest = new Digest128();
    private long high;
    private long low;

    void add(FeedLine line) {
        Digest128.Hash hash = TransactionHashing.INSTANCE.ofGivenId(line, digest);
        high += hash.high();
        low += hash.low();
    }

    Digest128.Hash plus(Digest128.Hash other) {
        return new Digest128.Hash(high + other.high(), low + other.low());
    }
}
