package io.tillstream.query.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.query.http.Parameters;
import io.tillstream.warehouse.analytics.Grouping;
import io.tillstream.warehouse.analytics.SalesFigures;
import io.tillstream.warehouse.analytics.SalesGroup;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The sales of one group, as callers see them: the first column bears the name of the grouping. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Sales", description = "The first property is the one that groupBy names")
record SalesView(
        @Schema(example = "2010-12-01T08:00") @Nullable String hour,
        @Schema(example = "2010-12-01") @Nullable String day,

        @Schema(example = "2010-11-29", description = "Its Monday") @Nullable
        String week,

        @Schema(example = "2010-12") @Nullable String month,
        @Schema(example = "United Kingdom") @Nullable String country,

        @Schema(example = "85123A", description = "Its stock code") @Nullable
        String product,

        @Schema(description = "The description of a product, if it has one") @Nullable
        String description,

        @Schema(allowableValues = {"SALE", "CANCELLATION", "ADJUSTMENT"}) @Nullable
        String kind,

        long lines,
        long invoices,
        long customers,
        BigInteger quantity,

        @Schema(description = "All line totals: sales, cancellations and adjustments")
        BigDecimal revenue,

        BigDecimal sales,
        BigDecimal cancellations,
        BigDecimal adjustments) {

    static SalesView of(Grouping grouping, SalesGroup group) {
        SalesFigures figures = group.figures();
        return new SalesView(
                nameIf(grouping == Grouping.HOUR, group),
                nameIf(grouping == Grouping.DAY, group),
                nameIf(grouping == Grouping.WEEK, group),
                nameIf(grouping == Grouping.MONTH, group),
                nameIf(grouping == Grouping.COUNTRY, group),
                nameIf(grouping == Grouping.PRODUCT, group),
                group.description(),
                nameIf(grouping == Grouping.KIND, group),
                figures.lines(),
                figures.invoices(),
                figures.customers(),
                figures.quantity(),
                figures.revenue(),
                figures.sales(),
                figures.cancellations(),
                figures.adjustments());
    }

    /** The columns that belong to other groupings. */
    static Set<String> emptyColumns(Grouping grouping) {
        Set<String> others = new TreeSet<>();
        Arrays.stream(Grouping.values())
                .filter(other -> other != grouping)
                .map(Parameters::word)
                .forEach(others::add);
        if (grouping != Grouping.PRODUCT) {
            others.add("description");
        }
        return others;
    }

    private static @Nullable String nameIf(boolean grouped, SalesGroup group) {
        return grouped ? group.name() : null;
    }
}
