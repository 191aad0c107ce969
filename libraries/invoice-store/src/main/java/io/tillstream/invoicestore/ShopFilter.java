package io.tillstream.invoicestore;

import io.tillstream.model.StoreId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose invoices, or sessions, are wanted.
 *
 * @param all those of every shop, and those without one
 * @param only the one shop whose invoices are wanted; unless all are, none stands for those without a shop
 */
public record ShopFilter(boolean all, @Nullable StoreId only) {

    public static final ShopFilter ALL = new ShopFilter(true, null);
    public static final ShopFilter WITHOUT_SHOP = new ShopFilter(false, null);

    public ShopFilter {
        if (all && only != null) {
            throw new IllegalArgumentException("Either all shops or one");
        }
    }

    /** The invoices of one shop. */
    public static ShopFilter of(StoreId shop) {
        return new ShopFilter(false, shop);
    }

    /** Whether an invoice of that shop is wanted; of none, one without a shop. */
    public boolean takes(@Nullable StoreId shop) {
        return all || Objects.equals(only, shop);
    }

    /** As a shop is asked for: empty for the lines without one. */
    public static String nameOf(@Nullable StoreId shop) {
        return shop == null ? "" : shop.value();
    }
}
