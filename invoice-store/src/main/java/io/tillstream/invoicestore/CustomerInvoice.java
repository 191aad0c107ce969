package io.tillstream.invoicestore;

import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineKind;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * One of a customer's invoices, in a line.
 *
 * @param date when the customer's earliest line on it was sold
 * @param total what the customer's lines on it come to
 * @param lineCount how many there are
 */
public record CustomerInvoice(
        InvoiceNumber invoiceNo, LocalDateTime date, String country, LineKind kind, BigDecimal total, long lineCount) {

    static CustomerInvoice of(Purchase purchase) {
        return new CustomerInvoice(
                purchase.invoiceNo(),
                purchase.date(),
                purchase.country(),
                purchase.kind(),
                purchase.amount(),
                purchase.lineCount());
    }

    InvoicePlace place() {
        return new InvoicePlace(date, invoiceNo);
    }
}
