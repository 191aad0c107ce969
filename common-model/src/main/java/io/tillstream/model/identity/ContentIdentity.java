package io.tillstream.model.identity;

import io.tillstream.model.CustomerId;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.StoreId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * An id made of what the row says and the number of its occurrence. One instance a file; not safe for use by several
 * threads. Closing it gives back what it took of the disk.
 */
public final class ContentIdentity implements LineIdentity, AutoCloseable {

    private final Digest128 digest = new Digest128();
    private final Occurrences occurrences;
    private long highSum;
    private long lowSum;

    ContentIdentity(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    @Override
    public LineId identify(LineContent content, long place) {
        Digest128.Hash hash = hash(content);
        highSum += hash.high();
        lowSum += hash.low();
        return new LineId(hash + "-" + occurrences.next(hash));
    }

    /** The sum of the hashes of all that was identified; the same for the same lines, in whatever order. */
    public Digest128.Hash sum() {
        return new Digest128.Hash(highSum, lowSum);
    }

    private Digest128.Hash hash(LineContent content) {
        return digest.add(content.invoiceNo().value())
                .add(content.stockCode().value())
                .add(content.description())
                .add(content.quantity())
                .add(content.invoiceDate().toEpochSecond(ZoneOffset.UTC))
                .add(content.unitPrice().toPlainString())
                .add(textOf(content.customerId()))
                .add(content.country())
                .add(textOf(content.storeId()))
                .finish();
    }

    private static @Nullable String textOf(@Nullable CustomerId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String textOf(@Nullable StoreId id) {
        return id == null ? null : id.value();
    }

    @Override
    public void close() {
        occurrences.close();
    }
}
