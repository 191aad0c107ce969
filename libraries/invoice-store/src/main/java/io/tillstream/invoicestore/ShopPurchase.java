package io.tillstream.invoicestore;

import io.tillstream.model.Money;
import io.tillstream.model.StoreId;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The totals of one customer's lines on one shop's invoice.
 *
 * @param shop whose invoice it is; none for lines without a shop
 * @param date when the earliest of the lines was sold
 * @param country where to
 */
record ShopPurchase(@Nullable StoreId shop, LocalDateTime date, BigDecimal amount, long lineCount, String country) {

    static final Comparator<ShopPurchase> EARLIEST =
            Comparator.comparing(ShopPurchase::date).thenComparing(ShopPurchase::country);

    /** Those without a shop, then by its name. */
    static final Comparator<ShopPurchase> BY_SHOP =
            Comparator.comparing(purchase -> purchase.shop == null ? "" : purchase.shop.value());

    ShopPurchase {
        amount = Money.canonical(amount);
    }

    static ShopPurchase of(LineAmount line) {
        return new ShopPurchase(line.shop().orElse(null), line.date(), line.amount(), 1, line.country());
    }

    /** Both together, as of the same shop. */
    ShopPurchase and(ShopPurchase other) {
        ShopPurchase first = EARLIEST.compare(this, other) <= 0 ? this : other;
        return new ShopPurchase(shop, first.date, amount.add(other.amount), lineCount + other.lineCount, first.country);
    }
}
