package io.tillstream.warehouse.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What happened to products, by their category or brand: by rank, highest first, and by name where they are equal. */
public record ProductGroupsQuestion(
        EventGrouping grouping, EventRanking ranking, EventUnit unit, EventFilter filter, int limit)
        implements Question<List<ProductGroup>> {

    public ProductGroupsQuestion {
        if (grouping.isTime() || grouping == EventGrouping.ALL) {
            throw new IllegalArgumentException("Products are not grouped by " + grouping);
        }
    }

    @Override
    public String topic() {
        return grouping == EventGrouping.BRAND ? "brands" : "categories";
    }

    @Override
    public Query query() {
        List<Object> values = new ArrayList<>(filter.values());
        values.add(limit);
        return new Query(
                EventFigures.byGroup(grouping.ofEvent(), unit, filter) + " ORDER BY " + ranking.column()
                        + " DESC, name LIMIT ?",
                values);
    }

    @Override
    public List<ProductGroup> read(ResultSet rows) throws SQLException {
        List<ProductGroup> groups = new ArrayList<>();
        while (rows.next()) {
            groups.add(new ProductGroup(grouping.name(rows), EventFigures.read(rows)));
        }
        return groups;
    }
}
