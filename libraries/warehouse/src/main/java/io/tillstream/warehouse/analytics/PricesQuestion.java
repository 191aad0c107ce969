package io.tillstream.warehouse.analytics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What happened at which prices: all bands from the lowest to the highest, also those without an event.
 *
 * @param edges where one band ends and the next begins, ascending
 */
public record PricesQuestion(List<BigDecimal> edges, EventUnit unit, EventFilter filter)
        implements Question<List<PriceBand>> {

    public PricesQuestion {
        edges = List.copyOf(edges);
        for (int i = 1; i < edges.size(); i++) {
            if (edges.get(i).compareTo(edges.get(i - 1)) <= 0) {
                throw new IllegalArgumentException("The edges do not ascend");
            }
        }
    }

    @Override
    public String topic() {
        return "prices";
    }

    @Override
    public Query query() {
        StringBuilder band = new StringBuilder("CASE");
        for (int i = 0; i < edges.size(); i++) {
            band.append(" WHEN price < CAST(? AS decimal(18, 4)) THEN ").append(i);
        }
        band.append(" WHEN 1 = 1 THEN ").append(edges.size()).append(" END");
        List<Object> values = new ArrayList<>();
        edges.forEach(edge -> values.add(edge.toPlainString()));
        values.addAll(filter.values());
        return new Query(EventFigures.byGroup(band.toString(), unit, filter), values);
    }

    @Override
    public List<PriceBand> read(ResultSet rows) throws SQLException {
        List<EventFigures> figures = new ArrayList<>(Collections.nCopies(edges.size() + 1, EventFigures.NONE));
        while (rows.next()) {
            figures.set(rows.getInt("name"), EventFigures.read(rows));
        }
        List<PriceBand> bands = new ArrayList<>();
        for (int i = 0; i <= edges.size(); i++) {
            bands.add(new PriceBand(
                    i == 0 ? null : edges.get(i - 1), i == edges.size() ? null : edges.get(i), figures.get(i)));
        }
        return bands;
    }
}
