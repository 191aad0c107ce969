package io.tillstream.warehouse.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key figures of a period.
 *
 * @param firstSale when the first line of the period was sold, if it has any
 * @param lastSale when the last was that is not dated after tomorrow
 * @param saleInvoices how many of the invoices are sales
 * @param cancelledInvoices how many are cancellations
 * @param loadedAt when the warehouse got its newest line, whatever the period
 */
public record Kpis(
        SalesFigures figures,
        @Nullable LocalDateTime firstSale,
        @Nullable LocalDateTime lastSale,
        long saleInvoices,
        long cancelledInvoices,
        long products,
        long countries,
        @Nullable Instant loadedAt) {

    private static final int CENTS = 2;

    /** The average amount of a sale, to the cent. */
    public Optional<BigDecimal> averageInvoice() {
        return Ratio.of(figures.sales(), saleInvoices, CENTS);
    }

    /** The share of all invoices that are cancellations. */
    public Optional<BigDecimal> cancellationRate() {
        return Ratio.of(cancelledInvoices, figures.invoices());
    }
}
