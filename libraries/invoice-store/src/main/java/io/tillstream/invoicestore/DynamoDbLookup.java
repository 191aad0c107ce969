package io.tillstream.invoicestore;

import io.tillstream.model.InvoiceNumber;
import java.util.List;

/** Looks up invoices: those that can be read at once by their lines alone, larger ones by what is kept of them. */
final class DynamoDbLookup {

    private final DynamoDbLines lines;
    private final LargeLookup large;
    private final TotalsScan addUp;

    DynamoDbLookup(InvoiceTables tables) {
        OldKeys oldKeys = new OldKeys(tables);
        this.lines = new DynamoDbLines(tables);
        this.large = new LargeLookup(lines, oldKeys, new StoredTotalsReader(tables));
        this.addUp = new TotalsScan(lines, oldKeys);
    }

    FoundInvoice find(InvoiceNumber invoiceNo, LineSelection selection) {
        if (!selection.isOfLarge()) {
            LinePage all = lines.read(DynamoDbLines.Wanted.allOf(invoiceNo, List.of(KeyRange.ALL)));
            if (all.isWhole()) {
                return FoundInvoice.among(all.stored(), selection);
            }
        }
        return large.find(invoiceNo, selection);
    }

    FoundInvoice find(InvoiceNumber invoiceNo, LineSelection selection, TotalsByShop totals) {
        return large.find(invoiceNo, selection, totals);
    }

    TotalsByShop addUp(InvoiceNumber invoiceNo, ReadProgress progress) {
        return addUp.totals(invoiceNo, progress);
    }
}
