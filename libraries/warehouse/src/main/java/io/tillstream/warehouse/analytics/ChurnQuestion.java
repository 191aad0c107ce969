package io.tillstream.warehouse.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which customers are about to leave, most at stake first: those at risk, then the lost, those who bought once and the
 * active, and of each the ones who spent most.
 *
 * @param risk only those of it; all unless given
 */
public record ChurnQuestion(PurchaseFeed feed, @Nullable ChurnRisk risk, int limit)
        implements Question<List<CustomerChurn>> {

    private static final String MOST_AT_STAKE_FIRST =
            " ORDER BY CASE churn.status WHEN 'AT_RISK' THEN 1 WHEN 'LOST' THEN 2 WHEN 'ONCE' THEN 3 ELSE 4 END,"
                    + " customer.net DESC, churn.customer_id LIMIT ?";

    private static final int DECIMALS = 2;

    /** Of the customers of invoices. */
    public ChurnQuestion(@Nullable ChurnRisk risk, int limit) {
        this(PurchaseFeed.TRANSACTIONS, risk, limit);
    }

    @Override
    public String topic() {
        return "churn";
    }

    @Override
    public Query query() {
        String customers = customers(feed);
        return risk == null
                ? new Query(customers + " WHERE COALESCE(churn.status, '') <> ''" + MOST_AT_STAKE_FIRST, List.of(limit))
                : new Query(
                        customers + " WHERE COALESCE(churn.status, '') = ?" + MOST_AT_STAKE_FIRST,
                        List.of(risk.name(), limit));
    }

    @Override
    public List<CustomerChurn> read(ResultSet rows) throws SQLException {
        List<CustomerChurn> customers = new ArrayList<>();
        while (rows.next()) {
            customers.add(new CustomerChurn(
                    rows.getString("customer_id"),
                    rows.getObject("last_purchase", LocalDate.class),
                    rows.getInt("days_since"),
                    ratio(rows, "rhythm_days"),
                    ratio(rows, "overdue_ratio"),
                    ChurnRisk.valueOf(rows.getString("status")),
                    SalesFigures.money(rows, "net")));
        }
        return customers;
    }

    private static @Nullable BigDecimal ratio(ResultSet row, String column) throws SQLException {
        @Nullable BigDecimal ratio = row.getBigDecimal(column);
        return ratio == null ? null : ratio.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** A full join cannot become a nested loop, which works the customers out again for each one that fits. */
    private static String customers(PurchaseFeed feed) {
        return """
                SELECT churn.customer_id, churn.last_purchase, churn.days_since, churn.rhythm_days, churn.overdue_ratio,
                       churn.status, customer.net
                FROM (SELECT %1$s AS customer_id, last_purchase, days_since, rhythm_days, overdue_ratio, status
                      FROM %2$s) churn
                FULL JOIN %3$s customer ON customer.%1$s = churn.customer_id""".formatted(feed.id(), feed.rhythms(), feed.buyers());
    }
}
