package io.tillstream.invoicestore;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Some of a customer's invoices, newest first.
 *
 * @param next the place after which the next page begins, if there is one
 */
public record InvoicePage(List<CustomerInvoice> invoices, Optional<InvoicePlace> next) {

    /** Of all that the customer has; nothing when there are none. */
    static Optional<InvoicePage> of(Collection<CustomerInvoice> invoices, InvoiceSelection selection) {
        if (invoices.isEmpty()) {
            return Optional.empty();
        }
        List<CustomerInvoice> wanted = invoices.stream()
                .filter(selection::wants)
                .sorted(Comparator.comparing(CustomerInvoice::place))
                .limit(selection.limit() + 1L)
                .toList();
        if (wanted.size() <= selection.limit()) {
            return Optional.of(new InvoicePage(wanted, Optional.empty()));
        }
        List<CustomerInvoice> page = wanted.subList(0, selection.limit());
        return Optional.of(new InvoicePage(page, Optional.of(page.getLast().place())));
    }
}
