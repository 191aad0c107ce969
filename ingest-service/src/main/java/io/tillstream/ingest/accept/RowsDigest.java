package io.tillstream.ingest.accept;

import io.tillstream.model.FeedLine;
import io.tillstream.model.identity.ContentHashing;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.row.RowResult;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two requests hold the same rows in the same order, own fields included, however they are written:
 * compression, format and spelling do not count. For one thread.
 */
public final class RowsDigest {

    private static final long FACTOR = 31;

    private @Nullable Digest128 digest;
    private long high = 1;
    private long low = 1;

    void add(RowResult row, ContentHashing hashing) {
        switch (row) {
            case RowResult.Accepted accepted -> add(accepted.line(), hashing);
            case RowResult.Rejection rejection ->
                add(rejection.errors().size(), rejection.errors().hashCode());
        }
    }

    private void add(FeedLine line, ContentHashing hashing) {
        Digest128 used = digest == null ? new Digest128() : digest;
        digest = used;
        Digest128.Hash hash = hashing.ofAll(line, used);
        add(hash.high(), hash.low());
    }

    /** The hash of the rows so far. */
    public Digest128.Hash value() {
        return new Digest128.Hash(high, low);
    }

    private void add(long first, long second) {
        high = FACTOR * high + first;
        low = FACTOR * low + second;
    }
}
