package io.tillstream.query.http;

import io.tillstream.access.Caller;
import io.tillstream.invoicestore.ShopFilter;
import io.tillstream.model.StoreId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose invoices and sessions a caller may see. */
public final class VisibleShops {

    private VisibleShops() {}

    /** Those of the store that the caller is bound to; those of all, if it is bound to none. */
    public static ShopFilter of(Caller caller) {
        return caller.store().map(ShopFilter::of).orElse(ShopFilter.ALL);
    }

    /**
     * Those that are asked for and that the caller may see, if there are any.
     *
     * @param store the shop that is asked for; empty for what names no shop, none for any shop
     */
    public static Optional<ShopFilter> asked(Caller caller, @Nullable String store) {
        ShopFilter visible = of(caller);
        if (store == null) {
            return Optional.of(visible);
        }
        return named(store).filter(wanted -> visible.takes(wanted.only()));
    }

    /** What cannot be a shop's name is not the name of any shop. */
    private static Optional<ShopFilter> named(String store) {
        try {
            return Optional.of(store.isEmpty() ? ShopFilter.WITHOUT_SHOP : ShopFilter.of(new StoreId(store)));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }
}
