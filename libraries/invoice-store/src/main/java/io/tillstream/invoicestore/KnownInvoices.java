package io.tillstream.invoicestore;

import io.tillstream.model.InvoiceNumber;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The invoices that were last added to, with so many lines at most in all. What is forgotten costs a read. */
final class KnownInvoices {

    private final Map<InvoiceNumber, KnownInvoice> recent = new LinkedHashMap<>();
    private final int maxLines;
    private int lines;

    KnownInvoices(int maxLines) {
        this.maxLines = maxLines;
    }

    /** Hands over what is known of an invoice: until it is put back, nobody else knows anything of it. */
    synchronized Optional<KnownInvoice> take(InvoiceNumber invoiceNo) {
        Optional<KnownInvoice> known = Optional.ofNullable(recent.remove(invoiceNo));
        known.ifPresent(invoice -> lines -= invoice.size());
        return known;
    }

    synchronized void put(InvoiceNumber invoiceNo, KnownInvoice known) {
        take(invoiceNo);
        recent.put(invoiceNo, known);
        lines += known.size();
        Iterator<KnownInvoice> oldest = recent.values().iterator();
        while (lines > maxLines) {
            lines -= oldest.next().size();
            oldest.remove();
        }
    }
}
