package io.tillstream.warehouse.analytics;

/** The events that a question is about, as a query to select from: grp, visitor, event_type, event_time, product, price. */
final class EventRows {

    private EventRows() {}

    /** All of them; the visitor of an event that has none is null. Another condition may follow. */
    static String of(String group, EventUnit unit, EventFilter filter) {
        return "SELECT " + group + " AS grp, " + unit.expression() + " AS visitor, event_type, event_time,"
                + " coalesce(store_id || chr(31), '') || product_id AS product, price"
                + " FROM shop_event WHERE 1 = 1" + filter.condition();
    }

    /** Those that have a visitor. */
    static String withVisitor(String group, EventUnit unit, EventFilter filter) {
        return of(group, unit, filter) + " AND " + unit.condition();
    }
}
