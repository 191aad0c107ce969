package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.TransactionLine;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;

/** As much of a line as its invoice's summary is made from. */
record LineAmount(
        InvoiceNumber invoiceNo,
        Optional<CustomerId> customerId,
        LocalDateTime date,
        BigDecimal amount,
        String country) {

    static LineAmount of(TransactionLine line) {
        return new LineAmount(
                line.invoiceNo(), line.customerId(), line.invoiceDate(), line.lineTotal(), line.country());
    }
}
