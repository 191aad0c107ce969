package io.tillstream.invoicestore;

import io.tillstream.model.InvoiceNumber;
import java.util.HashMap;
import java.util.Map;

/** Adds up all lines of a number, one after another, in memory that grows with the number of shops alone. */
final class TotalsScan {

    private final DynamoDbLines lines;
    private final OldKeys oldKeys;

    TotalsScan(DynamoDbLines lines, OldKeys oldKeys) {
        this.lines = lines;
        this.oldKeys = oldKeys;
    }

    /** Once more where some lie under old keys: each of those may lie in two places. */
    TotalsByShop totals(InvoiceNumber invoiceNo, ReadProgress progress) {
        Map<ShopInvoice, InvoiceTotalsBuilder> sums = new HashMap<>();
        boolean underOldKeys = lines.readAmounts(invoiceNo, progress, line -> add(line, sums));
        if (underOldKeys) {
            sums.clear();
            lines.readAll(
                    invoiceNo,
                    progress,
                    page -> oldKeys.counting(page).forEach(placed -> add(LineAmount.of(placed.line()), sums)));
        }
        return new TotalsByShop(
                sums.values().stream().flatMap(sum -> sum.totals().stream()).toList(), underOldKeys);
    }

    private static void add(LineAmount line, Map<ShopInvoice, InvoiceTotalsBuilder> sums) {
        sums.computeIfAbsent(ShopInvoice.of(line), InvoiceTotalsBuilder::new).add(line);
    }
}
