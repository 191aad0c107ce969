package io.tillstream.warehouse.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How many customers each segment has, and their revenue, the largest first. */
public record SegmentsQuestion() implements Question<List<SegmentSales>> {

    private static final String SQL = "SELECT segment, count(*) AS customers, sum(net) AS revenue"
            + " FROM (SELECT net, " + CustomerSegment.expression() + " AS segment FROM customer_rfm) scored"
            + " GROUP BY segment ORDER BY revenue DESC, segment";

    @Override
    public String topic() {
        return "segments";
    }

    @Override
    public Query query() {
        return new Query(SQL, List.of());
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
