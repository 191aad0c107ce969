package io.tillstream.query.analytics;

import io.tillstream.model.Money;
import io.tillstream.query.http.InvalidParameterException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the prices at which one band ends and the next begins. */
final class PriceEdges {

    static final String USUAL = "1,2,5,10,20,50,100,200,500,1000";

    private static final int MOST = 50;
    private static final Pattern PRICE = Pattern.compile("-?\\d{1,14}(\\.\\d{1,4})?");

    private PriceEdges() {}

    static List<BigDecimal> of(@Nullable String text) {
        List<BigDecimal> edges = new ArrayList<>();
        for (String edge : (text == null || text.isBlank() ? USUAL : text).split(",", -1)) {
            if (!PRICE.matcher(edge.strip()).matches()) {
                throw notEdges();
            }
            edges.add(Money.canonical(new BigDecimal(edge.strip())));
        }
        if (edges.size() > MOST || !edges.equals(List.copyOf(new TreeSet<>(edges)))) {
            throw notEdges();
        }
        return edges;
    }

    private static InvalidParameterException notEdges() {
        return InvalidParameterException.of(
                "edges",
                "1 to " + MOST + " ascending prices with commas between, of at most 14 digits and 4 decimals, such as "
                        + USUAL);
    }
}
