package io.tillstream.model.identity;

import io.tillstream.model.CustomerId;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.StoreId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The hash of a row's content. It is part of the ids of lines of files, so it stays as it is. */
public final class ContentHash {

    private ContentHash() {}

    /**
     * The hash of a row's content.
     *
     * @param digest to be used for this, by one thread at a time
     */
    public static Digest128.Hash of(LineContent content, Digest128 digest) {
        return add(content, content.storeId(), digest).finish();
    }

    /** The hash of the row before it was known which shop sent it. */
    static Digest128.Hash ofWithoutShop(LineContent content, Digest128 digest) {
        return add(content, null, digest).finish();
    }

    /** The hash of a line: of what it says and its id. Only a line sent again has the same. */
    public static Digest128.Hash of(LineContent content, LineId id, Digest128 digest) {
        return add(content, content.storeId(), digest).add(id.value()).finish();
    }

    private static Digest128 add(LineContent content, @Nullable StoreId shop, Digest128 digest) {
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

    private static @Nullable String textOf(@Nullable CustomerId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String textOf(@Nullable StoreId id) {
        return id == null ? null : id.value();
    }
}
