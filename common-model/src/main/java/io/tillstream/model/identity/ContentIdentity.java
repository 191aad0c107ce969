package io.tillstream.model.identity;

import io.tillstream.model.LineId;
import io.tillstream.model.RowContent;
import org.jspecify.annotations.Nullable;

/**
 * An id made of the row's content and the number of its occurrence. One instance a file; not safe for use by several
 * threads. Closing it gives back what it took of the disk.
 */
public final class ContentIdentity implements LineIdentity, AutoCloseable {

    private final ContentHashing hashing;
    private final Digest128 digest = new Digest128();
    private final Occurrences occurrences;
    private final @Nullable String source;
    private long highSum;
    private long lowSum;

    /** @param source becomes part of what every row says, if given */
    ContentIdentity(ContentHashing hashing, Occurrences occurrences, @Nullable String source) {
        this.hashing = hashing;
        this.occurrences = occurrences;
        this.source = source;
    }

    @Override
    public LineId identify(RowContent content, long place) {
        if (source != null) {
            digest.add(source);
        }
        Digest128.Hash hash = hashing.of(content, digest);
        highSum += hash.high();
        lowSum += hash.low();
        return new LineId(hash + "-" + occurrences.next(hash));
    }

    /** The sum of the hashes of all that was identified; the same for the same lines, in whatever order. */
    public Digest128.Hash sum() {
        return new Digest128.Hash(highSum, lowSum);
    }

    @Override
    public void close() {
        occurrences.close();
    }
}
