package io.tillstream.model.identity;

import io.tillstream.model.CustomerId;
import io.tillstream.model.FeedLine;
import io.tillstream.model.LineContent;
import io.tillstream.model.RowContent;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The hashes of transactions. */
public final class TransactionHashing implements ContentHashing {

    public static final TransactionHashing INSTANCE = new TransactionHashing();

    private TransactionHashing() {}

    /** The version of a line. */
    public static LineVersion versionOf(TransactionLine line) {
        return versionOf(line, new Digest128());
    }

    /**
     * The version of a line.
     *
     * @param digest to be used for this, by one thread at a time
     */
    public static LineVersion versionOf(TransactionLine line, Digest128 digest) {
        return LineVersion.of(line, INSTANCE, digest);
    }

    @Override
    public Digest128 add(RowContent said, @Nullable StoreId shop, Digest128 digest) {
        LineContent content = (LineContent) said;
        return digest.add(content.invoiceNo().value())
                .add(content.stockCode().value())
                .add(content.description())
                .add(content.quantity())
                .add(content.invoiceDate().toEpochSecond(ZoneOffset.UTC))
                .add(content.unitPrice().toPlainString())
                .add(textOf(content.customerId()))
                .add(content.country())
                .add(textOf(shop));
    }

    /** Of less than the line says, as the ledgers of loads know it. */
    @Override
    public Digest128.Hash ofGivenId(FeedLine line, Digest128 digest) {
        LineContent content = (LineContent) line.content();
        return digest.add(line.lineId().value())
                .add(content.invoiceNo().value())
                .add(content.stockCode().value())
                .add(content.quantity())
                .add(content.unitPrice().toPlainString())
                .add(content.invoiceDate().toEpochSecond(ZoneOffset.UTC))
                .finish();
    }

    private static @Nullable String textOf(@Nullable CustomerId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String textOf(@Nullable StoreId id) {
        return id == null ? null : id.value();
    }
}
