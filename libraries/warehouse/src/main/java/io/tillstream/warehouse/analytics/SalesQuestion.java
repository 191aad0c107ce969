package io.tillstream.warehouse.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What was sold in a period, group by group: times in their order, of which the limit leaves the latest; others by rank,
 * highest first, and by name where they are equal.
 */
public record SalesQuestion(Grouping grouping, Ranking ranking, Period period, int limit)
        implements Question<List<SalesGroup>> {

    @Override
    public String topic() {
        return grouping == Grouping.PRODUCT ? "products" : "sales";
    }

    @Override
    public Query query() {
        List<Object> values = new ArrayList<>(period.values());
        values.add(limit);
        return new Query(grouping == Grouping.PRODUCT ? namedProducts() : groups(), values);
    }

    private String groups() {
        String order = grouping.isTime() ? "1 DESC" : ranking.column() + " DESC, 1";
        return "SELECT " + grouping.expression() + " AS name, " + SalesFigures.COLUMNS + " FROM sales_line"
                + period.condition() + " GROUP BY 1 ORDER BY " + order + " LIMIT ?";
    }

    /**
     * A full join cannot become a nested loop, which works all names out again for each product, and is what PostgreSQL
     * takes to for days that its statistics do not know yet.
     */
    private String namedProducts() {
        return "SELECT sold.*, product.description FROM (" + groups() + ") sold"
                + " FULL JOIN product ON product.stock_code = sold.name WHERE COALESCE(sold.lines, 0) > 0"
                + " ORDER BY sold." + ranking.column() + " DESC, sold.name";
    }

    @Override
    public List<SalesGroup> read(ResultSet rows) throws SQLException {
        List<SalesGroup> groups = new ArrayList<>();
        while (rows.next()) {
            groups.add(new SalesGroup(
                    name(rows),
                    grouping == Grouping.PRODUCT ? rows.getString("description") : null,
                    SalesFigures.read(rows)));
        }
        return grouping.isTime() ? groups.reversed() : groups;
    }

    private String name(ResultSet row) throws SQLException {
        return switch (grouping) {
            case HOUR -> row.getObject("name", LocalDateTime.class).toString();
            case DAY, WEEK -> row.getObject("name", LocalDate.class).toString();
            case MONTH -> YearMonth.from(row.getObject("name", LocalDate.class)).toString();
            case COUNTRY, PRODUCT, KIND -> row.getString("name");
        };
    }
}
