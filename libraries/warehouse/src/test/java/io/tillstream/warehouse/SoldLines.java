package io.tillstream.warehouse;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Puts lines into the warehouse, each under an id of its own. */
public final class SoldLines {

    private int lines;
    private String shop = "NULL";

    /** From here on, lines are those of this shop. */
    public void at(String name) {
        shop = "'" + name + "'";
    }

    /**
     * Adds one, loaded at this moment.
     *
     * @param customer in quotes, or NULL
     */
    public void add(
            String invoiceNo,
            String stockCode,
            @Nullable String description,
            long quantity,
            String date,
            String price,
            String customer,
            String country)
            throws SQLException {
        String kind = invoiceNo.startsWith("C") ? "CANCELLATION" : invoiceNo.startsWith("A") ? "ADJUSTMENT" : "SALE";
        TestWarehouse.execute(
                "INSERT INTO sales_line VALUES ('%s', '%s', 'l%d', %s, %d, '%s', %s, CAST(%d AS numeric) * %s, %s, '%s', '%s', %s, NULL, now())"
                        .formatted(
                                invoiceNo,
                                stockCode,
                                lines++,
                                description == null ? "NULL" : "'" + description + "'",
                                quantity,
                                date,
                                price,
                                quantity,
                                price,
                                customer,
                                country,
                                kind,
                                shop));
    }
}
