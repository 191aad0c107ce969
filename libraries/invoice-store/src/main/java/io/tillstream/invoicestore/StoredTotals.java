package io.tillstream.invoicestore;

import io.tillstream.model.identity.Digest128;
import java.util.Optional;

/**
 * The totals of a large invoice as they are stored, so that nobody has to read all of its lines for them.
 *
 * @param totals none while it has only been begun, or when no line of it counts
 * @param oldKeys whether lines of its number lie under keys of the time when keys did not tell the shop
 */
record StoredTotals(ShopInvoice invoice, Optional<InvoiceTotals> totals, boolean oldKeys, String digest)
        implements Summary {

    /** Takes the place before the lines are read, so that whoever stores more from then on adds them here. */
    static StoredTotals begun(ShopInvoice invoice) {
        return new StoredTotals(invoice, Optional.empty(), false, new Digest128.Hash(0, 0).toString());
    }

    boolean hasTotals() {
        return totals.isPresent();
    }
}
