package io.tillstream.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a line: every store counts one line under it. It is that of one shop, so shops that number their
 * invoices alike do not meet; lines without a shop share one space.
 */
public record LineKey(@Nullable StoreId shop, InvoiceNumber invoiceNo, StockCode stockCode, LineId lineId) {

    /** The shop that sent the line, where one is known. */
    public Optional<StoreId> storeId() {
        return Optional.ofNullable(shop);
    }
}
