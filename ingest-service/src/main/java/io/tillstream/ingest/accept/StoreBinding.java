package io.tillstream.ingest.accept;

import io.tillstream.model.LineContent;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.FieldError;
import java.util.Optional;

/** Gives the lines of a sender that is bound to a store that store, before they are identified. */
final class StoreBinding {

    private static final String NOT_YOUR_STORE = "not_your_store";

    private final Optional<StoreId> store;

    StoreBinding(Optional<StoreId> store) {
        this.store = store;
    }

    LineIdentity identifying(LineIdentity identity) {
        return store.isEmpty() ? identity : (content, place) -> identity.identify(bound(content), place);
    }

    /** Why the line may not be sent by this sender. */
    Optional<FieldError> faultOf(TransactionLine line) {
        if (store.isEmpty() || line.storeId().isEmpty() || line.storeId().equals(store)) {
            return Optional.empty();
        }
        return Optional.of(new FieldError(
                "StoreId",
                NOT_YOUR_STORE,
                "the key sends for another store; send \"" + store.get() + "\", or leave StoreId out"));
    }

    TransactionLine bound(TransactionLine line) {
        return store.isEmpty() || line.storeId().isPresent()
                ? line
                : new TransactionLine(bound(line.content()), line.lineId(), line.receivedAt());
    }

    private LineContent bound(LineContent content) {
        return new LineContent(
                content.invoiceNo(),
                content.stockCode(),
                content.description(),
                content.quantity(),
                content.invoiceDate(),
                content.unitPrice(),
                content.customerId(),
                content.country(),
                content.storeId() == null ? store.orElse(null) : content.storeId());
    }
}
