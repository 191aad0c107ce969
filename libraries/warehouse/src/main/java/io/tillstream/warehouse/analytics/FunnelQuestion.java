package io.tillstream.warehouse.analytics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far sessions or users go from a view to a purchase, group by group: times in their order, of which the limit leaves
 * the latest; others by visitors, most first.
 */
public record FunnelQuestion(EventUnit unit, EventGrouping grouping, EventFilter filter, int limit)
        implements Question<List<FunnelGroup>> {

    /** Twice the median of a column of times, in milliseconds. */
    private static final String MEDIAN = """
            SELECT name, min(ms) + max(ms) AS twice
            FROM (SELECT name, %1$s AS ms, row_number() OVER (PARTITION BY name ORDER BY %1$s) AS place,
                         count(*) OVER (PARTITION BY name) AS times
                  FROM step WHERE %1$s IS NOT NULL) ordered
            WHERE place IN ((times + 1) / 2, (times + 2) / 2)
            GROUP BY name""";

    private static final BigDecimal TWICE_A_SECOND = BigDecimal.valueOf(2_000);

    @Override
    public String topic() {
        return "funnel";
    }

    @Override
    public Query query() {
        List<Object> values = new ArrayList<>();
        Collections.nCopies(3, filter.values()).forEach(values::addAll);
        values.add(limit);
        String events = EventRows.withVisitor(grouping.ofEvent(), unit, filter);
        String order = grouping.isTime() ? "funnel.name DESC" : "funnel.visitors DESC, funnel.name";
        return new Query(sql(events, grouping.ofUnit(), order), values);
    }

    @Override
    public List<FunnelGroup> read(ResultSet rows) throws SQLException {
        List<FunnelGroup> groups = new ArrayList<>();
        while (rows.next()) {
            groups.add(new FunnelGroup(
                    grouping.name(rows),
                    rows.getLong("visitors"),
                    rows.getLong("viewed"),
                    rows.getLong("carted"),
                    rows.getLong("purchased"),
                    rows.getLong("converted"),
                    seconds(rows, "to_cart"),
                    seconds(rows, "to_purchase")));
        }
        if (groups.isEmpty() && grouping == EventGrouping.ALL) {
            return List.of(FunnelGroup.NOBODY);
        }
        return grouping.isTime() ? groups.reversed() : groups;
    }

    /** Without zeros at the end. */
    private static @Nullable BigDecimal seconds(ResultSet row, String column) throws SQLException {
        @Nullable BigDecimal twice = row.getBigDecimal(column);
        if (twice == null) {
            return null;
        }
        BigDecimal seconds = twice.divide(TWICE_A_SECOND).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }

    /**
     * Each step is looked for among its own events, from the moment of the step before on. The full joins find nothing that
     * the left side has not; they cannot become nested loops, which is what PostgreSQL takes to where it does not know how
     * many visits there are. The median is the middle of the ordered times, or lies halfway between the two in the middle:
     * Redshift knows one order of medians in a query, and percentile_cont is not exact.
     */
    private static String sql(String events, String group, String order) {
        return """
                WITH visit AS (
                    SELECT grp, visitor, min(event_time) AS began,
                           min(CASE WHEN event_type = 'view' THEN event_time END) AS viewed,
                           sum(CASE WHEN event_type = 'purchase' THEN 1 ELSE 0 END) AS bought
                    FROM (%1$s) event
                    GROUP BY grp, visitor),
                cart AS (
                    SELECT visit.grp, visit.visitor, visit.began, visit.viewed, visit.bought,
                           min(CASE WHEN event.event_time >= visit.viewed THEN event.event_time END) AS carted
                    FROM visit
                    FULL JOIN (%1$s AND event_type = 'cart') event
                      ON event.grp = visit.grp AND event.visitor = visit.visitor
                    GROUP BY visit.grp, visit.visitor, visit.began, visit.viewed, visit.bought),
                purchase AS (
                    SELECT cart.grp, cart.visitor, cart.began, cart.viewed, cart.bought, cart.carted,
                           min(CASE WHEN event.event_time >= cart.carted THEN event.event_time END) AS purchased
                    FROM cart
                    FULL JOIN (%1$s AND event_type = 'purchase') event
                      ON event.grp = cart.grp AND event.visitor = cart.visitor
                    GROUP BY cart.grp, cart.visitor, cart.began, cart.viewed, cart.bought, cart.carted),
                step AS (
                    SELECT %2$s AS name, viewed, carted, purchased, bought,
                           CAST(round((EXTRACT(EPOCH FROM carted) - EXTRACT(EPOCH FROM viewed)) * 1000) AS bigint) AS to_cart,
                           CAST(round((EXTRACT(EPOCH FROM purchased) - EXTRACT(EPOCH FROM carted)) * 1000) AS bigint)
                               AS to_purchase
                    FROM purchase)
                SELECT funnel.name, funnel.visitors, funnel.viewed, funnel.carted, funnel.purchased, funnel.converted,
                       cart_time.twice AS to_cart, purchase_time.twice AS to_purchase
                FROM (SELECT name, count(*) AS visitors, count(viewed) AS viewed, count(carted) AS carted,
                             count(purchased) AS purchased, sum(CASE WHEN bought > 0 THEN 1 ELSE 0 END) AS converted
                      FROM step
                      GROUP BY name) funnel
                FULL JOIN (%3$s) cart_time ON cart_time.name = funnel.name
                FULL JOIN (%4$s) purchase_time ON purchase_time.name = funnel.name
                ORDER BY %5$s LIMIT ?""".formatted(events, group, MEDIAN.formatted("to_cart"), MEDIAN.formatted("to_purchase"), order);
    }
}
