package io.tillstream.warehouse.analytics;

import java.util.List;

/**
 * A statement with values for its question marks.
 *
 * @param values texts and integers
 */
public record Query(String sql, List<Object> values) {

    public Query {
        values = List.copyOf(values);
    }

    @Override
    public String toString() {
        return sql;
    }
}
