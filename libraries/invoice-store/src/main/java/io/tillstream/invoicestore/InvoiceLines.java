package io.tillstream.invoicestore;

import io.tillstream.model.TransactionLine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a shop's invoice comes to, and some of its lines.
 *
 * @param lines by time, then by stock code and line id, if they are all that are wanted; otherwise by shop, stock code and
 *     line id
 * @param next the place after which the next page begins, if there is one
 */
public record InvoiceLines(InvoiceTotals totals, List<TransactionLine> lines, Optional<LinePlace> next) {

    private static final Comparator<TransactionLine> BY_KEY = Comparator.comparing(LineItems::sortKey, KeyRange.ORDER);

    /** Of an invoice whose lines are all known. */
    static InvoiceLines of(Invoice invoice, LineSelection selection) {
        String after = selection.after() == null ? "" : selection.after().key();
        List<TransactionLine> wanted = invoice.lines().stream()
                .filter(line -> selection.stockCode() == null
                        || line.stockCode().value().equals(selection.stockCode()))
                .filter(line -> KeyRange.ORDER.compare(LineItems.sortKey(line), after) > 0)
                .toList();
        if (selection.after() == null && wanted.size() <= selection.limit()) {
            return new InvoiceLines(invoice.totals(), wanted, Optional.empty());
        }
        List<TransactionLine> page =
                wanted.stream().sorted(BY_KEY).limit(selection.limit()).toList();
        return new InvoiceLines(
                invoice.totals(),
                page,
                page.size() == wanted.size()
                        ? Optional.empty()
                        : Optional.of(new LinePlace(LineItems.sortKey(page.getLast()), false)));
    }
}
