package io.tillstream.query.http;

import io.tillstream.access.Caller;
import io.tillstream.invoicestore.ShopFilter;

/** Whose invoices a caller may see. */
public final class VisibleShops {

    private VisibleShops() {}

    /** Those of the store that the caller is bound to; those of all, if it is bound to none. */
    public static ShopFilter of(Caller caller) {
        return caller.store().map(ShopFilter::of).orElse(ShopFilter.ALL);
    }
}
