package io.tillstream.invoicestore;

import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineKind;
import io.tillstream.model.StoreId;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of a customer's invoices, in a line.
 *
 * @param shop whose invoice it is, where that is known
 * @param date when the customer's earliest line on it was sold
 * @param total what the customer's lines on it come to
 * @param lineCount how many there are
 */
public record CustomerInvoice(
        InvoiceNumber invoiceNo,
        @Nullable StoreId shop,
        LocalDateTime date,
        String country,
        LineKind kind,
        BigDecimal total,
        long lineCount) {

    /** One for each shop that has an invoice of that number. */
    static Stream<CustomerInvoice> of(Purchase purchase) {
        return purchase.shops().stream()
                .map(shop -> new CustomerInvoice(
                        purchase.invoiceNo(),
                        shop.shop(),
                        shop.date(),
                        shop.country(),
                        purchase.kind(),
                        shop.amount(),
                        shop.lineCount()));
    }

    /** Where it stands among those of its customer. */
    public InvoicePlace place() {
        return new InvoicePlace(date, invoiceNo, shop);
    }
}
