package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The invoices and customers that lines of one number affect.
 *
 * @param customers those who are named, or were by versions that do not count
 * @param invoices one for each shop
 */
record AffectedInvoices(InvoiceNumber invoiceNo, Set<CustomerId> customers, Set<ShopInvoice> invoices) {

    static AffectedInvoices by(InvoiceNumber invoiceNo, Collection<LineAmount> lines) {
        return new AffectedInvoices(
                invoiceNo,
                lines.stream().flatMap(LineAmount::customers).collect(Collectors.toCollection(LinkedHashSet::new)),
                lines.stream().map(ShopInvoice::of).collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
