package io.tillstream.invoicestore;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which of a customer's invoices are wanted.
 *
 * @param shops whose
 * @param from none before this moment
 * @param to none at this moment or later
 * @param after none up to this place, which is where another page ended
 * @param limit how many at most
 */
public record InvoiceSelection(
        ShopFilter shops,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime to,
        @Nullable InvoicePlace after,
        int limit) {

    public InvoiceSelection {
        if (limit < 1) {
            throw new IllegalArgumentException("No page holds " + limit + " invoices");
        }
    }

    /** Of every shop. */
    public InvoiceSelection(
            @Nullable LocalDateTime from, @Nullable LocalDateTime to, @Nullable InvoicePlace after, int limit) {
        this(ShopFilter.ALL, from, to, after, limit);
    }

    boolean wants(CustomerInvoice invoice) {
        return (from == null || !invoice.date().isBefore(from))
                && (to == null || invoice.date().isBefore(to))
                && (after == null || invoice.place().compareTo(after) > 0);
    }
}
