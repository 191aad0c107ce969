package io.tillstream.warehouse.analytics;

import io.tillstream.model.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The totals of some lines.
 *
 * @param invoices how many invoices they are of
 * @param customers how many known customers they are of
 * @param quantity units sold less units returned
 * @param revenue the sum of all: sales, cancellations and adjustments
 */
public record SalesFigures(
        long lines,
        long invoices,
        long customers,
        BigInteger quantity,
        BigDecimal revenue,
        BigDecimal sales,
        BigDecimal cancellations,
        BigDecimal adjustments) {

    /** An invoice of a shop. Two shops may number theirs alike, and no id holds the character between the two. */
    static final String INVOICE = "coalesce(store_id || chr(31), '') || invoice_no";

    /** The columns to select from sales_line for them. */
    static final String COLUMNS = "count(*) AS lines, count(DISTINCT " + INVOICE + ") AS invoices,"
            + " count(DISTINCT customer_id) AS customers, sum(quantity) AS units, sum(line_total) AS revenue,"
            + " sum(CASE WHEN kind = 'SALE' THEN line_total END) AS sales,"
            + " sum(CASE WHEN kind = 'CANCELLATION' THEN line_total END) AS cancellations,"
            + " sum(CASE WHEN kind = 'ADJUSTMENT' THEN line_total END) AS adjustments";

    static SalesFigures read(ResultSet row) throws SQLException {
        @Nullable BigDecimal units = row.getBigDecimal("units");
        return new SalesFigures(
                row.getLong("lines"),
                row.getLong("invoices"),
                row.getLong("customers"),
                units == null ? BigInteger.ZERO : units.toBigInteger(),
                money(row, "revenue"),
                money(row, "sales"),
                money(row, "cancellations"),
                money(row, "adjustments"));
    }

    /** The sum of no amounts is null in SQL. */
    static BigDecimal money(ResultSet row, String column) throws SQLException {
        @Nullable BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? Money.ZERO : Money.canonical(amount);
    }
}
