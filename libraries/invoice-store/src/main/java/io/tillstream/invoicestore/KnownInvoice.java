package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.identity.Digest128;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What this process knows of an invoice: which lines, and what they come to. All of them are stored, and there may be
 * more; they hold at least those of which each customer's summary with the digest was made. Not safe for use by several
 * threads.
 */
final class KnownInvoice {

    private final Map<CustomerId, String> digests = new HashMap<>();
    private final KnownTotals totals = new KnownTotals();
    private final Digest128 digest = new Digest128();
    private Map<CustomerId, PurchaseBuilder> sums = new HashMap<>();
    private LineSet lines = new LineSet();

    /** What is known when nothing was but these lines, which have been stored; one of each key. */
    static KnownInvoice of(Collection<LineAmount> stored) {
        KnownInvoice invoice = new KnownInvoice();
        stored.forEach(invoice::add);
        return invoice;
    }

    int size() {
        return lines.size();
    }

    /**
     * Adds lines that have been stored.
     *
     * @return whether it could: it knows sums, and cannot take a line back of which another version counts
     */
    boolean addAll(Collection<LineAmount> stored) {
        boolean added = true;
        for (LineAmount line : stored) {
            added &= add(line);
        }
        return added;
    }

    /** Begins anew with all lines there are; what is remembered of summaries stays true. */
    void readBack(InvoiceNumber invoiceNo, SummaryStore store) {
        forgetLines();
        boolean[] added = {true};
        totals.readUnderOldKeys(store.readLines(invoiceNo, line -> added[0] &= add(line)));
        if (!added[0]) {
            // Lines that were stored when keys did not tell the shop may be there twice.
            Map<String, LineAmount> counting = new HashMap<>();
            store.readLines(invoiceNo, line -> counting.merge(line.key(), line, LineAmount::orEarlier));
            forgetLines();
            counting.values().forEach(this::add);
        }
    }

    /** With a summary of the lines it holds. */
    void summarised(Purchase purchase) {
        digests.put(purchase.customerId(), purchase.digest());
    }

    Optional<String> digestOf(CustomerId customer) {
        return Optional.ofNullable(digests.get(customer));
    }

    Optional<Purchase> purchaseOf(CustomerId customer) {
        return Optional.ofNullable(sums.get(customer)).map(PurchaseBuilder::purchase);
    }

    /** What it knows of each shop's invoice of the number. */
    KnownTotals totals() {
        return totals;
    }

    private boolean add(LineAmount line) {
        Digest128.Hash hash = line.hash(digest);
        LineSet.Added added = lines.add(line.hashOfKey(digest), hash.low());
        if (added == LineSet.Added.NEW) {
            totals.add(line, hash);
            line.customers()
                    .forEach(customer -> sums.computeIfAbsent(
                                    customer, unknown -> new PurchaseBuilder(customer, line.invoiceNo()))
                            .add(line, digest));
        }
        return added != LineSet.Added.OTHER_VERSION;
    }

    private void forgetLines() {
        lines = new LineSet();
        sums = new HashMap<>();
        totals.forgetLines();
    }
}
