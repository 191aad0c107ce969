package io.tillstream.warehouse.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The key figures of a period. */
public record KpisQuestion(Period period) implements Question<Kpis> {

    private static final String SQL = "SELECT " + SalesFigures.COLUMNS
            + ", min(invoice_date) AS first_sale, " + LastSale.OF_ROWS + " AS last_sale,"
            + " count(DISTINCT CASE WHEN kind = 'SALE' THEN " + SalesFigures.INVOICE + " END) AS sale_invoices,"
            + " count(DISTINCT CASE WHEN kind = 'CANCELLATION' THEN " + SalesFigures.INVOICE
            + " END) AS cancelled_invoices,"
            + " count(DISTINCT stock_code) AS products, count(DISTINCT country) AS countries,"
            + " (SELECT max(loaded_at) FROM sales_line) AS newest"
            + " FROM sales_line";

    @Override
    public String topic() {
        return "kpis";
    }

    @Override
    public Query query() {
        return new Query(SQL + period.condition(), period.values());
    }

    @Override
    public Kpis read(ResultSet rows) throws SQLException {
        rows.next();
        @Nullable Timestamp newest = rows.getTimestamp("newest");
        return new Kpis(
                SalesFigures.read(rows),
                rows.getObject("first_sale", LocalDateTime.class),
                rows.getObject("last_sale", LocalDateTime.class),
                rows.getLong("sale_invoices"),
                rows.getLong("cancelled_invoices"),
                rows.getLong("products"),
                rows.getLong("countries"),
                newest == null ? null : newest.toInstant());
    }
}
