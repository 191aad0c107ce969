package io.tillstream.model.identity;

import io.tillstream.model.CustomerId;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.StoreId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** An id made of what the row says and the number of its occurrence. */
final class ContentIdentity implements LineIdentity {

    private final Digest128 digest = new Digest128();
    private final Occurrences occurrences = new Occurrences();

    @Override
    public LineId identify(LineContent content, long place) {
        Digest128.Hash hash = hash(content);
        return new LineId(hash + "-" + occurrences.next(hash));
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
}
