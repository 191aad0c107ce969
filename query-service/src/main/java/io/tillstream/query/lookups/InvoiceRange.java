package io.tillstream.query.lookups;

import io.tillstream.invoicestore.CustomerInvoice;
import io.tillstream.invoicestore.InvoicePage;
import io.tillstream.invoicestore.InvoicePlace;
import io.tillstream.invoicestore.InvoiceSelection;
import io.tillstream.model.CustomerId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * As many of a customer's invoices as several pages hold: all of the customer's invoices have to be read to choose any, so
 * where that takes long the pages that follow are chosen along.
 */
record InvoiceRange(CustomerId customerId, InvoiceSelection selection) {

    /** Five of the largest pages; in memory some 200 bytes each. */
    private static final int INVOICES = 5_000;

    static InvoiceRange from(CustomerId customerId, InvoiceSelection wanted) {
        return new InvoiceRange(
                customerId, new InvoiceSelection(wanted.shops(), wanted.from(), wanted.to(), wanted.after(), INVOICES));
    }

    /** Whether the wanted page begins in it or after it. */
    boolean couldHold(CustomerId customer, InvoiceSelection wanted) {
        InvoicePlace begin = selection.after();
        InvoicePlace after = wanted.after();
        return customerId.equals(customer)
                && selection.shops().equals(wanted.shops())
                && Objects.equals(selection.from(), wanted.from())
                && Objects.equals(selection.to(), wanted.to())
                && (begin == null || (after != null && after.compareTo(begin) >= 0));
    }

    /** Whether invoices of a range, in which the wanted page could begin, come after its beginning. */
    static boolean holds(InvoicePage range, InvoiceSelection wanted) {
        InvoicePlace after = wanted.after();
        return range.next().isEmpty()
                || after == null
                || after.compareTo(range.next().get()) < 0;
    }

    /** The page that is wanted, or as much of it as the range holds. */
    static InvoicePage pageOf(InvoicePage range, InvoiceSelection wanted) {
        List<CustomerInvoice> left = range.invoices().stream()
                .filter(invoice -> wanted.after() == null || invoice.place().compareTo(wanted.after()) > 0)
                .toList();
        if (left.size() <= wanted.limit()) {
            return new InvoicePage(left, range.next());
        }
        List<CustomerInvoice> page = left.subList(0, wanted.limit());
        return new InvoicePage(page, Optional.of(page.getLast().place()));
    }
}
