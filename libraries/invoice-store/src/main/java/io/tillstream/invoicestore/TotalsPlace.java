package io.tillstream.invoicestore;

import java.util.Optional;

/** Where the totals of one large invoice are stored. */
record TotalsPlace(ShopInvoice of, KnownInvoice invoice, SummaryStore store, LargeInvoices large)
        implements SummaryPlace<StoredTotals> {

    /**
     * Updates the stored totals, and begins to store them when the invoice has become large. The place is taken, or
     * seen to be taken, before the lines are read, and each writer looks for it after it has stored its lines: so
     * either the reading finds them, or their writer finds the place.
     *
     * @param announced whether somebody may keep it
     * @return why it can never be kept
     */
    Optional<String> keep(boolean announced) {
        if (!invoice.totals().isKept(of)) {
            Optional<String> there = taken(announced);
            if (there.isEmpty()) {
                return Optional.empty();
            }
            invoice.totals().keptAs(of, there.get());
            readBack();
        }
        return bringUpToDate(of.invoiceNo());
    }

    private Optional<String> taken(boolean announced) {
        if (invoice.totals().isLarge(of, large.fromLines())) {
            large.announce(of);
            StoredTotals begun = StoredTotals.begun(of);
            return switch (large.put(begun, Optional.empty())) {
                case SummaryPutResult.Done done -> Optional.of(begun.digest());
                case SummaryPutResult.Found found -> Optional.of(found.digest());
                case SummaryPutResult.Refused refusal -> throw new IllegalStateException(refusal.reason());
            };
        }
        return announced ? large.digestOf(of) : Optional.empty();
    }

    @Override
    public Optional<StoredTotals> known() {
        return Optional.of(invoice.totals().totalsOf(of));
    }

    @Override
    public Optional<String> digest() {
        return invoice.totals().digestOf(of);
    }

    @Override
    public SummaryPutResult put(StoredTotals totals, Optional<String> replacedDigest) {
        return large.put(totals, replacedDigest);
    }

    @Override
    public void isThere(StoredTotals totals) {
        invoice.totals().keptAs(of, totals.digest());
    }

    @Override
    public void readBack() {
        invoice.readBack(of.invoiceNo(), store);
    }
}
