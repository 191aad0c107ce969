package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The summaries of a number that can never be stored, with the reason. */
record RefusedSummaries(Map<CustomerId, String> customers, Map<ShopInvoice, String> invoices) {

    /** Why a line is not in all summaries that it bears on. */
    Optional<String> reasonFor(StoredLine line) {
        if (customers.isEmpty() && invoices.isEmpty()) {
            return Optional.empty();
        }
        LineAmount amount = LineAmount.of(line);
        return Stream.concat(
                        amount.customerId().map(customers::get).stream(),
                        Optional.ofNullable(invoices.get(ShopInvoice.of(amount))).stream())
                .findFirst();
    }
}
