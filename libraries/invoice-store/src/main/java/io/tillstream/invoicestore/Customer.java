package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer's totals.
 *
 * @param netSpend all of them: sales, cancellations (negative) and adjustments
 * @param sales sales alone
 * @param cancellations cancellations alone, zero or negative
 * @param invoices how many invoices, of every kind; two shops' invoices of one number are two
 * @param firstPurchase when the first invoice that is a sale was sold; none without a sale
 * @param lastPurchase when the last invoice that is a sale was sold; a return is no purchase
 * @param countries where they were sold to, in alphabetical order
 */
public record Customer(
        CustomerId customerId,
        BigDecimal netSpend,
        BigDecimal sales,
        BigDecimal cancellations,
        long invoices,
        @Nullable LocalDateTime firstPurchase,
        @Nullable LocalDateTime lastPurchase,
        List<String> countries) {

    /** Empty when there are no invoices. */
    static Optional<Customer> of(CustomerId customerId, Stream<CustomerInvoice> invoices) {
        CustomerBuilder sum = new CustomerBuilder(customerId);
        invoices.forEach(sum::add);
        return sum.customer();
    }
}
