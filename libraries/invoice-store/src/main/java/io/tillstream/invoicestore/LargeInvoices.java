package io.tillstream.invoicestore;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Where the totals of large invoices are stored. */
interface LargeInvoices {

    /**
     * From this many lines on, the totals of an invoice are stored: more than any has that a till has written, and few
     * enough for a reader to take all of them at once.
     */
    default int fromLines() {
        return 2_000;
    }

    /**
     * Which of these may have stored totals: all that were announced before the call, and perhaps some that were not.
     */
    Set<ShopInvoice> announcedOf(Collection<ShopInvoice> invoices);

    /** Announces that the totals of an invoice are about to be stored. */
    void announce(ShopInvoice invoice);

    /** Of what is kept of an invoice at this moment; nothing when it is not. */
    Optional<String> digestOf(ShopInvoice invoice);

    /** Puts totals if their place holds those with the given digest, or none. */
    SummaryPutResult put(StoredTotals totals, Optional<String> replacedDigest);
}
