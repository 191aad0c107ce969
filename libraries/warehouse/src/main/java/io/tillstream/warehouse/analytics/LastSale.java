package io.tillstream.warehouse.analytics;

/**
 * The end of the trade: its last moment that is not after tomorrow, which is as far ahead as the clocks of shops can be. A
 * single row of the year 9999 would be the end of all presets and of every customer's loyalty otherwise.
 */
final class LastSale {

    /** Of some rows of sales_line; of rows that are all in the future, their last moment. */
    static final String OF_ROWS =
            "COALESCE(max(CASE WHEN invoice_date < CURRENT_DATE + 2 THEN invoice_date END), max(invoice_date))";

    /** Of some rows of shop_event, in UTC. */
    static final String OF_EVENTS = "COALESCE(max(CASE WHEN event_time AT TIME ZONE 'UTC' < CURRENT_DATE + 2"
            + " THEN event_time END), max(event_time)) AT TIME ZONE 'UTC'";

    private LastSale() {}
}
