package io.tillstream.warehouse.analytics;

import io.tillstream.model.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The totals of some events.
 *
 * @param views how often a product was looked at
 * @param carts how often one was put into a cart
 * @param removals how often one was taken out
 * @param purchases how often one was bought, each time one piece
 * @param revenue the sum of the prices of these
 * @param visitors how many sessions, or users, the events are of
 * @param converted how many of these have a purchase among the events
 */
public record EventFigures(
        long views, long carts, long removals, long purchases, BigDecimal revenue, long visitors, long converted) {

    /** Of no events. */
    static final EventFigures NONE = new EventFigures(0, 0, 0, 0, Money.ZERO, 0, 0);

    private static final int CENTS = 2;

    /** The query for those of each group. */
    static String byGroup(String group, EventUnit unit, EventFilter filter) {
        return sql(EventRows.of(group, unit, filter));
    }

    static EventFigures read(ResultSet row) throws SQLException {
        return new EventFigures(
                row.getLong("views"),
                row.getLong("carts"),
                row.getLong("removals"),
                row.getLong("purchases"),
                SalesFigures.money(row, "revenue"),
                row.getLong("visitors"),
                row.getLong("converted"));
    }

    /** Of the visitors, who bought. */
    public Optional<BigDecimal> conversionRate() {
        return Ratio.of(converted, visitors);
    }

    /** Of a piece that was bought, to the cent. */
    public Optional<BigDecimal> averagePrice() {
        return Ratio.of(revenue, purchases, CENTS);
    }

    /** Their columns and a name, by group; an event without a visitor counts, but is no visitor. */
    private static String sql(String events) {
        return """
                SELECT grp AS name, sum(views) AS views, sum(carts) AS carts, sum(removals) AS removals,
                       sum(purchases) AS purchases, sum(revenue) AS revenue, count(visitor) AS visitors,
                       sum(CASE WHEN visitor IS NOT NULL AND purchases > 0 THEN 1 ELSE 0 END) AS converted
                FROM (SELECT grp, visitor,
                             sum(CASE WHEN event_type = 'view' THEN 1 ELSE 0 END) AS views,
                             sum(CASE WHEN event_type = 'cart' THEN 1 ELSE 0 END) AS carts,
                             sum(CASE WHEN event_type = 'remove_from_cart' THEN 1 ELSE 0 END) AS removals,
                             sum(CASE WHEN event_type = 'purchase' THEN 1 ELSE 0 END) AS purchases,
                             sum(CASE WHEN event_type = 'purchase' THEN price ELSE 0 END) AS revenue
                      FROM (%s) event
                      GROUP BY grp, visitor) visit
                GROUP BY grp""".formatted(events);
    }
}
