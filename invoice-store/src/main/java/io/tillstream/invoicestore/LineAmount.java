package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.Money;
import io.tillstream.model.TransactionLine;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * As much of a line as its invoice's summary is made from.
 *
 * @param key what tells it apart from the invoice's other lines
 */
record LineAmount(
        InvoiceNumber invoiceNo,
        String key,
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
                line.customerId(),
                line.invoiceDate(),
                line.lineTotal(),
                line.country());
    }

    boolean isOf(CustomerId customer) {
        return customerId.filter(customer::equals).isPresent();
    }
}
