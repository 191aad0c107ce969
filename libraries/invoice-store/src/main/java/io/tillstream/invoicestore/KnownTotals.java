package io.tillstream.invoicestore;

import io.tillstream.model.identity.Digest128;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How many lines a process knows of each shop's invoice of one number, and what those come to that are kept. */
final class KnownTotals {

    private final Map<ShopInvoice, String> digests = new HashMap<>();
    private Map<ShopInvoice, Integer> lineCounts = new HashMap<>();
    private Map<ShopInvoice, InvoiceTotalsBuilder> sums = new HashMap<>();
    private boolean oldKeys;

    /** Adds a line that was not known; the hash is that of the line. */
    void add(LineAmount line, Digest128.Hash hash) {
        ShopInvoice invoice = ShopInvoice.of(line);
        lineCounts.merge(invoice, 1, Integer::sum);
        if (isKept(invoice)) {
            sums.computeIfAbsent(invoice, InvoiceTotalsBuilder::new).add(line, hash);
        }
    }

    void forgetLines() {
        lineCounts = new HashMap<>();
        sums = new HashMap<>();
    }

    /** Says whether lines of the number lie under keys of old times, as only who reads all of it can tell. */
    void readUnderOldKeys(boolean some) {
        oldKeys = some;
    }

    boolean isLarge(ShopInvoice invoice, int atLeast) {
        return lineCounts.getOrDefault(invoice, 0) >= atLeast;
    }

    boolean isKept(ShopInvoice invoice) {
        return digests.containsKey(invoice);
    }

    /** With totals of lines that are known, or are read after this. */
    void keptAs(ShopInvoice invoice, String digest) {
        digests.put(invoice, digest);
    }

    Optional<String> digestOf(ShopInvoice invoice) {
        return Optional.ofNullable(digests.get(invoice));
    }

    StoredTotals totalsOf(ShopInvoice invoice) {
        return sums.computeIfAbsent(invoice, InvoiceTotalsBuilder::new).kept(oldKeys);
    }
}
