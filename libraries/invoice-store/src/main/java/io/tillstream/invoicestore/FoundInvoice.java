package io.tillstream.invoicestore;

import java.util.Collection;
import java.util.List;

/** What was found under a number. */
public sealed interface FoundInvoice {

    /** No invoice of those that are wanted. */
    record None() implements FoundInvoice {}

    /** One invoice, with some of its lines. */
    record One(InvoiceLines invoice) implements FoundInvoice {}

    /**
     * Several shops' invoices.
     *
     * @param shops their names, and an empty one for the lines without a shop; a hundred at most of very many
     */
    record Several(List<String> shops) implements FoundInvoice {}

    /** There are more lines than can be read at once, and their totals are not stored. */
    record NotAddedUp() implements FoundInvoice {}

    /** Among lines of a number, which are all of it or all of one shop's. */
    static FoundInvoice among(Collection<StoredLine> lines, LineSelection selection) {
        List<Invoice> invoices = Invoice.byShop(lines).stream()
                .filter(invoice -> selection.shops().takes(invoice.shop().orElse(null)))
                .toList();
        return switch (invoices.size()) {
            case 0 -> new None();
            case 1 -> new One(InvoiceLines.of(invoices.getFirst(), selection));
            default ->
                new Several(invoices.stream()
                        .map(invoice -> ShopFilter.nameOf(invoice.shop().orElse(null)))
                        .toList());
        };
    }
}
