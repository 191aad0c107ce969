package io.tillstream.query.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.warehouse.analytics.Kpis;
import io.tillstream.warehouse.analytics.SalesFigures;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The key figures of a period, as callers see them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Kpis")
record KpisView(
        @Schema(description = "As in the request") @Nullable String from,
        @Schema(description = "As in the request") @Nullable String to,

        @Schema(example = "2010-12-01T08:26:00", type = "string") @Nullable
        LocalDateTime firstSale,

        @Schema(example = "2011-12-09T12:50:00", type = "string") @Nullable
        LocalDateTime lastSale,

        long lines,
        long invoices,
        long customers,
        long products,
        long countries,
        BigInteger quantity,

        @Schema(description = "All line totals: sales, cancellations and adjustments")
        BigDecimal revenue,

        BigDecimal sales,
        BigDecimal cancellations,
        BigDecimal adjustments,

        @Schema(description = "Sales by invoice, to the cent") @Nullable
        BigDecimal averageInvoice,

        @Schema(description = "Share of all invoices that are cancellations") @Nullable
        BigDecimal cancellationRate,

        @Schema(description = "When the newest row of the warehouse was loaded") @Nullable
        Instant loadedAt) {

    static KpisView of(@Nullable String from, @Nullable String to, Kpis kpis) {
        SalesFigures figures = kpis.figures();
        return new KpisView(
                given(from),
                given(to),
                kpis.firstSale(),
                kpis.lastSale(),
                figures.lines(),
                figures.invoices(),
                figures.customers(),
                kpis.products(),
                kpis.countries(),
                figures.quantity(),
                figures.revenue(),
                figures.sales(),
                figures.cancellations(),
                figures.adjustments(),
                kpis.averageInvoice().orElse(null),
                kpis.cancellationRate().orElse(null),
                kpis.loadedAt());
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
