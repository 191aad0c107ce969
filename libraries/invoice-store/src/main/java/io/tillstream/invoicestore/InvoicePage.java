package io.tillstream.invoicestore;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Some of a customer's invoices, newest first.
 *
 * @param next the place after which the next page begins, if there is one
 */
public record InvoicePage(List<CustomerInvoice> invoices, Optional<InvoicePlace> next) {

    private static final Comparator<CustomerInvoice> IN_ORDER = Comparator.comparing(CustomerInvoice::place);

    /** Of all that the customer has, of which no more than a page is held; nothing when there are none. */
    static Optional<InvoicePage> of(Stream<CustomerInvoice> all, InvoiceSelection selection) {
        Iterator<CustomerInvoice> invoices = all.iterator();
        if (!invoices.hasNext()) {
            return Optional.empty();
        }
        PriorityQueue<CustomerInvoice> first = new PriorityQueue<>(IN_ORDER.reversed());
        while (invoices.hasNext()) {
            CustomerInvoice invoice = invoices.next();
            if (selection.wants(invoice)) {
                first.add(invoice);
            }
            if (first.size() > selection.limit() + 1L) {
                first.remove();
            }
        }
        List<CustomerInvoice> page = first.stream().sorted(IN_ORDER).toList();
        if (page.size() <= selection.limit()) {
            return Optional.of(new InvoicePage(page, Optional.empty()));
        }
        page = page.subList(0, selection.limit());
        return Optional.of(new InvoicePage(page, Optional.of(page.getLast().place())));
    }
}
