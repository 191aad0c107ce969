package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.Money;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.Digest128;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * As much of a line as its invoice's summary is made from.
 *
 * @param key what tells it apart from the other lines of the invoice number
 */
record LineAmount(
        InvoiceNumber invoiceNo,
        String key,
        Optional<StoreId> shop,
        Optional<CustomerId> customerId,
        LocalDateTime date,
        BigDecimal amount,
        String country) {

    LineAmount {
        amount = Money.canonical(amount);
    }

    static LineAmount of(TransactionLine line) {
        return new LineAmount(
                line.invoiceNo(),
                LineItems.sortKey(line),
                line.storeId(),
                line.customerId(),
                line.invoiceDate(),
                line.lineTotal(),
                line.country());
    }

    boolean isOf(CustomerId customer) {
        return customerId.filter(customer::equals).isPresent();
    }

    /** Of all that a summary takes from it; the shop is in the key. */
    Digest128.Hash hash(Digest128 digest) {
        return digest.add(key)
                .add(LineItems.text(date))
                .add(amount.toPlainString())
                .add(country)
                .finish();
    }
}
