package io.tillstream.warehouse.load;

/** The columns of {@code sales_line}, without the time of the load. */
final class Columns {

    static final String NAMES = "invoice_no, stock_code, line_id, description, quantity, invoice_date, unit_price,"
            + " line_total, customer_id, country, kind, store_id, attributes";

    private Columns() {}
}
