package io.tillstream.model.identity;

import io.tillstream.model.EventContent;
import io.tillstream.model.RowContent;
import io.tillstream.model.SessionId;
import io.tillstream.model.StoreId;
import org.jspecify.annotations.Nullable;

/** The hashes of shop events. */
public final class EventHashing implements ContentHashing {

    public static final EventHashing INSTANCE = new EventHashing();

    private EventHashing() {}

    @Override
    public Digest128 add(RowContent said, @Nullable StoreId shop, Digest128 digest) {
        EventContent content = (EventContent) said;
        return digest.add(content.time().toEpochMilli())
                .add(content.type().text())
                .add(content.productId().value())
                .add(content.categoryId().value())
                .add(content.categoryCode())
                .add(content.brand())
                .add(content.price().toPlainString())
                .add(content.userId().value())
                .add(textOf(content.sessionId()))
                .add(textOf(shop));
    }

    private static @Nullable String textOf(@Nullable SessionId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String textOf(@Nullable StoreId id) {
        return id == null ? null : id.value();
    }
}
