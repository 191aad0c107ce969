package io.tillstream.query.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.warehouse.analytics.SalesFigures;
import io.tillstream.warehouse.analytics.SalesGroup;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The sales of a product, as callers see them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Product")
record ProductView(
        @Schema(example = "85123A") String stockCode,

        @Schema(description = "The description on most of its lines") @Nullable
        String description,

        long lines,
        long invoices,
        long customers,
        BigInteger quantity,

        @Schema(description = "All line totals: sales, cancellations and adjustments")
        BigDecimal revenue,

        BigDecimal sales,
        BigDecimal cancellations,
        BigDecimal adjustments) {

    static ProductView of(SalesGroup product) {
        SalesFigures figures = product.figures();
        return new ProductView(
                product.name(),
                product.description(),
                figures.lines(),
                figures.invoices(),
                figures.customers(),
                figures.quantity(),
                figures.revenue(),
                figures.sales(),
                figures.cancellations(),
                figures.adjustments());
    }
}
