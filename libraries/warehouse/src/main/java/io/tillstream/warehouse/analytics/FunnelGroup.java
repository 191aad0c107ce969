package io.tillstream.warehouse.analytics;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far sessions, or users, went: who looked at something, then put something into the cart, then bought something.
 *
 * @param name what the group is; none for all, and for what has no category or brand
 * @param visitors how many there are
 * @param viewed how many of them have a view
 * @param carted how many of those put something into the cart at their first view or later
 * @param purchased how many of those bought something at that moment or later
 * @param converted how many of all bought anything, in whatever order
 * @param secondsToCart from the first view to that cart, the median; none where nobody came so far
 * @param secondsToPurchase from that cart to that purchase
 */
public record FunnelGroup(
        @Nullable String name,
        long visitors,
        long viewed,
        long carted,
        long purchased,
        long converted,
        @Nullable BigDecimal secondsToCart,
        @Nullable BigDecimal secondsToPurchase) {

    /** Nobody came. */
    static final FunnelGroup NOBODY = new FunnelGroup(null, 0, 0, 0, 0, 0, null, null);

    /** Of those who viewed, who put something into the cart. */
    public Optional<BigDecimal> cartRate() {
        return Ratio.of(carted, viewed);
    }

    /** Of those who then put something into the cart, who bought. */
    public Optional<BigDecimal> purchaseRate() {
        return Ratio.of(purchased, carted);
    }

    /** Of those who viewed, who went all the way. */
    public Optional<BigDecimal> funnelRate() {
        return Ratio.of(purchased, viewed);
    }

    /** Of all, who bought anything. */
    public Optional<BigDecimal> conversionRate() {
        return Ratio.of(converted, visitors);
    }
}
