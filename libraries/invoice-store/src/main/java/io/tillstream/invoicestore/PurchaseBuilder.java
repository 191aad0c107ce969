package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.StoreId;
import io.tillstream.model.identity.Digest128;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds up one customer's lines on an invoice, one by one, in any order. The digest is the sum of the hashes of the lines,
 * so it goes on from line to line without any of them being kept.
 */
final class PurchaseBuilder {

    private final CustomerId customerId;
    private final InvoiceNumber invoiceNo;
    private final Map<Optional<StoreId>, ShopPurchase> shops = new HashMap<>();
    private long highSum;
    private long lowSum;

    PurchaseBuilder(CustomerId customerId, InvoiceNumber invoiceNo) {
        this.customerId = customerId;
        this.invoiceNo = invoiceNo;
    }

    /**
     * Adds a line that is the customer's, or was so in a version that does not count.
     *
     * @param digest to be used for this
     */
    void add(LineAmount line, Digest128 digest) {
        boolean own = line.isOf(customerId);
        if (own) {
            shops.merge(line.shop(), ShopPurchase.of(line), ShopPurchase::and);
        }
        Digest128.Hash hash = own ? line.hash(digest) : line.hashOfFormer(digest);
        highSum += hash.high();
        lowSum += hash.low();
    }

    Purchase purchase() {
        return new Purchase(
                customerId, invoiceNo, List.copyOf(shops.values()), new Digest128.Hash(highSum, lowSum).toString());
    }
}
