package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps summaries in step with lines, whoever else does so too.
 *
 * <p>A summary is only ever put in place of one whose lines it holds as well: this process remembers them, or reads
 * the invoice back after it has seen the other. So what a summary has counted is never lost from it, and each writer's
 * lines are in it when the writer is done.
 */
final class Summaries {

    private final SummaryStore store;
    private final KnownInvoices known;

    Summaries(SummaryStore store, int rememberLines) {
        this.store = store;
        this.known = new KnownInvoices(rememberLines);
    }

    /** Begins to bring an invoice's summaries up to date with lines that have just been stored. */
    SummaryUpdate update(InvoiceNumber invoiceNo, Collection<LineAmount> added) {
        KnownInvoice invoice =
                known.take(invoiceNo).filter(before -> before.addAll(added)).orElseGet(() -> KnownInvoice.of(added));
        return new SummaryUpdate(
                invoiceNo, customersOf(added), invoice, store, updated -> known.put(invoiceNo, updated));
    }

    private static Set<CustomerId> customersOf(Collection<LineAmount> lines) {
        return lines.stream().flatMap(LineAmount::customers).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
