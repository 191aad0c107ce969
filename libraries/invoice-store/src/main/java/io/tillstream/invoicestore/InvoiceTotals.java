package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineKind;
import io.tillstream.model.StoreId;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The totals of one shop's invoice.
 *
 * @param shop whose it is; none for lines that name no shop
 * @param customerId of the earliest line that names one; none on a guest's invoice
 * @param date when its earliest line was sold
 * @param country where the earliest line was sold to
 */
public record InvoiceTotals(
        InvoiceNumber invoiceNo,
        @Nullable StoreId shop,
        @Nullable CustomerId customerId,
        LocalDateTime date,
        String country,
        BigDecimal total,
        long lineCount) {

    public LineKind kind() {
        return LineKind.of(invoiceNo);
    }
}
