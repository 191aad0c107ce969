package io.tillstream.invoicestore;

import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.StoreId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One shop's invoice.
 *
 * @param shop none for the lines that name no shop
 */
record ShopInvoice(InvoiceNumber invoiceNo, @Nullable StoreId shop) {

    static ShopInvoice of(LineAmount line) {
        return new ShopInvoice(line.invoiceNo(), line.shop().orElse(null));
    }

    /** Whether a line of its number is one of its own. */
    boolean holds(StoredLine line) {
        return Objects.equals(shop, line.line().storeId().orElse(null));
    }
}
