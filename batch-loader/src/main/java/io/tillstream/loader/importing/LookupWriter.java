package io.tillstream.loader.importing;

import io.tillstream.invoicestore.InvoiceWriter;
import io.tillstream.invoicestore.RefusedLine;
import io.tillstream.model.FeedLine;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.TransactionLine;
import io.tillstream.sessionstore.RefusedEvent;
import io.tillstream.sessionstore.SessionWriter;
import java.util.List;

/** Adds lines to the look-ups of their feed. Adding them again changes nothing. */
@FunctionalInterface
interface LookupWriter {

    /**
     * Adds the lines.
     *
     * @param replaced is told of each stored line that one of these replaces, before it is gone
     * @return those that do not count; all others are stored
     */
    List<Uncounted> add(List<? extends FeedLine> lines, Replaced replaced);

    /** A line that does not count, however often it is tried. */
    record Uncounted(FeedLine line, String reason) {}

    /** Takes stored lines that stop counting, from any thread. */
    @FunctionalInterface
    interface Replaced {

        void keep(FeedLine line, String reason);
    }

    static LookupWriter ofInvoices(InvoiceWriter invoices) {
        return (lines, replaced) -> invoices
                .add(
                        lines.stream().map(TransactionLine.class::cast).toList(),
                        (line, by) -> replaced.keep(line, RefusedLine.OTHER_VERSION_REASON))
                .stream()
                .map(refused -> new Uncounted(refused.line(), refused.reason()))
                .toList();
    }

    static LookupWriter ofSessions(SessionWriter sessions) {
        return (lines, replaced) -> sessions
                .add(
                        lines.stream().map(ShopEvent.class::cast).toList(),
                        (event, by) -> replaced.keep(event, RefusedEvent.OTHER_VERSION_REASON))
                .stream()
                .map(refused -> new Uncounted(refused.event(), refused.reason()))
                .toList();
    }
}
