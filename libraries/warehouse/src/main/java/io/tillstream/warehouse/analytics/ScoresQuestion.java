package io.tillstream.warehouse.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good the customers are, best first: by the sum of their scores, then by what they spent.
 *
 * @param segment only those in it; all unless given
 */
public record ScoresQuestion(PurchaseFeed feed, @Nullable CustomerSegment segment, int limit)
        implements Question<List<CustomerScore>> {

    private static final String BEST_FIRST =
            " ORDER BY recency_score + frequency_score + monetary_score DESC, net DESC, customer_id LIMIT ?";

    /** Of the customers of invoices. */
    public ScoresQuestion(@Nullable CustomerSegment segment, int limit) {
        this(PurchaseFeed.TRANSACTIONS, segment, limit);
    }

    @Override
    public String topic() {
        return "rfm";
    }

    @Override
    public Query query() {
        String scores = """
                SELECT customer_id, recency_score, frequency_score, monetary_score, segment, recency_days, orders, net,
                       %1$s AS last_day
                FROM (SELECT %2$s AS customer_id, recency_score, frequency_score, monetary_score, recency_days, orders,
                             net, %3$s AS segment
                      FROM %4$s) scored""".formatted(feed.lastDay(), feed.id(), CustomerSegment.expression(), feed.scores());
        return segment == null
                ? new Query(scores + BEST_FIRST, List.of(limit))
                : new Query(scores + " WHERE segment = ?" + BEST_FIRST, List.of(segment.name(), limit));
    }

    @Override
    public List<CustomerScore> read(ResultSet rows) throws SQLException {
        List<CustomerScore> scores = new ArrayList<>();
        while (rows.next()) {
            scores.add(score(rows));
        }
        return scores;
    }

    private static CustomerScore score(ResultSet row) throws SQLException {
        int days = row.getInt("recency_days");
        return new CustomerScore(
                row.getString("customer_id"),
                row.getInt("recency_score"),
                row.getInt("frequency_score"),
                row.getInt("monetary_score"),
                CustomerSegment.valueOf(row.getString("segment")),
                row.getObject("last_day", LocalDate.class).minusDays(days),
                days,
                row.getLong("orders"),
                SalesFigures.money(row, "net"));
    }
}
