package io.tillstream.invoicestore;

import io.tillstream.model.InvoiceNumber;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps summaries up to date with lines, even when others do so at the same time.
 *
 * <p>A summary is only ever put in place of one whose lines it holds as well: this process remembers them, or reads
 * the invoice back after it has seen the other. So what a summary has counted is never lost from it, and each writer's
 * lines are in it when the writer is done.
 */
final class Summaries {

    private final SummaryStore store;
    private final LargeInvoices large;
    private final KnownInvoices known;

    Summaries(SummaryStore store, LargeInvoices large, int rememberLines) {
        this.store = store;
        this.large = large;
        this.known = new KnownInvoices(rememberLines);
    }

    /** Begins to bring an invoice's summaries up to date with lines that have just been stored. */
    SummaryUpdate update(InvoiceNumber invoiceNo, Collection<LineAmount> added) {
        KnownInvoice invoice =
                known.take(invoiceNo).filter(before -> before.addAll(added)).orElseGet(() -> KnownInvoice.of(added));
        return new SummaryUpdate(
                AffectedInvoices.by(invoiceNo, added), invoice, store, large, updated -> known.put(invoiceNo, updated));
    }

    /**
     * Asks which of these invoices may be kept, all of whose lines are stored: at once and on a thread of its own,
     * since hardly any is.
     */
    Announced announcedOf(Collection<SummaryUpdate> updates) {
        Set<ShopInvoice> invoices =
                updates.stream().flatMap(SummaryUpdate::invoices).collect(Collectors.toSet());
        return Announced.ask(large, invoices);
    }
}
