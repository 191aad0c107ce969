package io.tillstream.warehouse.load;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The columns of {@code sales_line}, without the time of the load. */
final class SalesLineColumns {

    /** All but the last, of which each database has its own idea. */
    private static final String PLAIN = "invoice_no, stock_code, line_id, description, quantity, invoice_date,"
            + " unit_price, line_total, customer_id, country, kind, store_id, received_at";

    static final String NAMES = PLAIN + ", attributes";

    private SalesLineColumns() {}

    /** The plain ones of a table, as a query names them. */
    static String plainOf(String table) {
        return Arrays.stream(PLAIN.split(", "))
                .map(column -> table + "." + column)
                .collect(Collectors.joining(", "));
    }
}
