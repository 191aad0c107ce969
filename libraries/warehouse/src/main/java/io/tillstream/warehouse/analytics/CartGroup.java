package io.tillstream.warehouse.analytics;

import io.tillstream.model.Money;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of carts. A cart is a session, or user, that put something in.
 *
 * @param name what the group is; none for all, and for what has no category or brand
 * @param purchased how many of the carts have a purchase as well
 * @param valuePut the sum of the prices of all that was put in
 * @param piecesLeft how many pieces were put in and neither taken out nor bought, of whatever cart
 * @param valueLeft the sum of their prices
 * @param valueAbandoned the part of it that is in carts without any purchase
 */
public record CartGroup(
        @Nullable String name,
        long carts,
        long purchased,
        BigDecimal valuePut,
        long piecesLeft,
        BigDecimal valueLeft,
        BigDecimal valueAbandoned) {

    /** Nobody put anything in. */
    static final CartGroup NONE = new CartGroup(null, 0, 0, Money.ZERO, 0, Money.ZERO, Money.ZERO);

    /** How many have no purchase. */
    public long abandoned() {
        return carts - purchased;
    }

    /** The share of those. */
    public Optional<BigDecimal> abandonmentRate() {
        return Ratio.of(abandoned(), carts);
    }
}
