package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this process knows of an invoice. All its lines are stored, and there may be more; they hold at least those of
 * which each customer's summary with the digest was made.
 */
record KnownInvoice(Map<String, LineAmount> lines, Map<CustomerId, String> digests) {

    static final KnownInvoice NOTHING = new KnownInvoice(Map.of(), Map.of());

    /** With lines that have been stored; of two versions of a line the one is kept that counts. */
    KnownInvoice with(Collection<LineAmount> stored) {
        Map<String, LineAmount> all = HashMap.newHashMap(lines.size() + stored.size());
        all.putAll(lines);
        stored.forEach(line -> all.merge(line.key(), line, LineAmount::orEarlier));
        return new KnownInvoice(all, digests);
    }

    /** With all lines there are, as they have been read back. */
    KnownInvoice readBack(Collection<LineAmount> stored) {
        return new KnownInvoice(Map.of(), digests).with(stored);
    }

    /** With a summary of the lines it holds. */
    KnownInvoice summarised(Purchase purchase) {
        Map<CustomerId, String> all = new HashMap<>(digests);
        all.put(purchase.customerId(), purchase.digest());
        return new KnownInvoice(lines, all);
    }

    Optional<String> digestOf(CustomerId customer) {
        return Optional.ofNullable(digests.get(customer));
    }

    Optional<Purchase> purchaseOf(CustomerId customer) {
        List<LineAmount> own =
                lines.values().stream().filter(line -> line.bearsOn(customer)).toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(Purchase.of(customer, own));
    }
}
