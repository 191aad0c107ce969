package io.tillstream.warehouse.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How many customers each segment has, and their revenue, the largest first. */
public record SegmentsQuestion(PurchaseFeed feed) implements Question<List<SegmentSales>> {

    private static final String SQL = "SELECT segment, count(*) AS customers, sum(net) AS revenue"
            + " FROM (SELECT net, " + CustomerSegment.expression() + " AS segment FROM %s) scored"
            + " GROUP BY segment ORDER BY revenue DESC, segment";

    /** Of the customers of invoices. */
    public SegmentsQuestion() {
        this(PurchaseFeed.TRANSACTIONS);
    }

    @Override
    public String topic() {
        return "segments";
    }

    @Override
    public Query query() {
        return new Query(SQL.formatted(feed.scores()), List.of());
    }

    @Override
    public List<SegmentSales> read(ResultSet rows) throws SQLException {
        List<SegmentSales> segments = new ArrayList<>();
        while (rows.next()) {
            segments.add(new SegmentSales(
                    CustomerSegment.valueOf(rows.getString("segment")),
                    rows.getLong("customers"),
                    SalesFigures.money(rows, "revenue")));
        }
        return segments;
    }
}
