package io.tillstream.warehouse.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which carts were left, group by group: times in their order, of which the limit leaves the latest; others by the value
 * left, highest first. By time a cart belongs to when something was first put in.
 */
public record CartsQuestion(EventUnit unit, EventGrouping grouping, EventFilter filter, int limit)
        implements Question<List<CartGroup>> {

    @Override
    public String topic() {
        return "carts";
    }

    @Override
    public Query query() {
        List<Object> values = new ArrayList<>(filter.values());
        values.add(limit);
        String events = EventRows.withVisitor(grouping.ofEvent(), unit, filter);
        String order = grouping.isTime() ? "name DESC" : "value_left DESC, name";
        return new Query(sql(events, grouping.ofUnit(), order), values);
    }

    @Override
    public List<CartGroup> read(ResultSet rows) throws SQLException {
        List<CartGroup> groups = new ArrayList<>();
        while (rows.next()) {
            groups.add(new CartGroup(
                    grouping.name(rows),
                    rows.getLong("carts"),
                    rows.getLong("purchased"),
                    SalesFigures.money(rows, "value_put"),
                    rows.getLong("pieces_left"),
                    SalesFigures.money(rows, "value_left"),
                    SalesFigures.money(rows, "value_abandoned")));
        }
        if (groups.isEmpty() && grouping == EventGrouping.ALL) {
            return List.of(CartGroup.NONE);
        }
        return grouping.isTime() ? groups.reversed() : groups;
    }

    /**
     * What is left of a product is what was put in less what was taken out and bought, and never less than nothing: in which
     * order is not asked, because times are to the second and equal. Its price is the highest at which it was put in.
     */
    private static String sql(String events, String group, String order) {
        return """
                WITH item AS (
                    SELECT grp, visitor, min(CASE WHEN event_type = 'cart' THEN event_time END) AS first_put,
                           sum(CASE WHEN event_type = 'cart' THEN 1 ELSE 0 END) AS put,
                           sum(CASE WHEN event_type = 'cart' THEN 0 ELSE 1 END) AS gone,
                           sum(CASE WHEN event_type = 'purchase' THEN 1 ELSE 0 END) AS bought,
                           sum(CASE WHEN event_type = 'cart' THEN price ELSE 0 END) AS value_put,
                           max(CASE WHEN event_type = 'cart' THEN price END) AS price
                    FROM (%1$s AND event_type <> 'view') event
                    GROUP BY grp, visitor, product),
                cart AS (
                    SELECT grp, min(first_put) AS began, sum(bought) AS bought, sum(value_put) AS value_put,
                           sum(CASE WHEN put > gone THEN put - gone ELSE 0 END) AS pieces_left,
                           sum(CASE WHEN put > gone THEN (put - gone) * price ELSE 0 END) AS value_left
                    FROM item
                    GROUP BY grp, visitor
                    HAVING sum(put) > 0)
                SELECT name, count(*) AS carts, sum(CASE WHEN bought > 0 THEN 1 ELSE 0 END) AS purchased,
                       sum(value_put) AS value_put, sum(pieces_left) AS pieces_left, sum(value_left) AS value_left,
                       sum(CASE WHEN bought = 0 THEN value_left ELSE 0 END) AS value_abandoned
                FROM (SELECT %2$s AS name, bought, value_put, pieces_left, value_left FROM cart) named
                GROUP BY name
                ORDER BY %3$s LIMIT ?""".formatted(events, group, order);
    }
}
