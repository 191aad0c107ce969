package io.tillstream.invoicestore;

import io.tillstream.model.InvoiceNumber;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The invoices that were last added to, with so many lines at most in all. What is forgotten costs a read. */
final class KnownInvoices {

    private final Map<InvoiceNumber, KnownInvoice> recent = new LinkedHashMap<>(16, 0.75f, true);
    private final int maxLines;
    private int lines;

    KnownInvoices(int maxLines) {
        this.maxLines = maxLines;
    }

    synchronized KnownInvoice get(InvoiceNumber invoiceNo) {
        return recent.getOrDefault(invoiceNo, KnownInvoice.NOTHING);
    }

    synchronized void put(InvoiceNumber invoiceNo, KnownInvoice known) {
        KnownInvoice before = recent.put(invoiceNo, known);
        lines += known.lines().size() - (before == null ? 0 : before.lines().size());
        Iterator<KnownInvoice> oldest = recent.values().iterator();
        while (lines > maxLines) {
            lines -= oldest.next().lines().size();
            oldest.remove();
        }
    }
}
