package io.tillstream.query.customers;

import io.tillstream.invoicestore.Customer;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer as it is answered. */
record CustomerView(
        String customerId,
        BigDecimal netSpend,
        BigDecimal sales,
        BigDecimal cancellations,
        long invoices,
        @Nullable LocalDateTime firstPurchase,
        @Nullable LocalDateTime lastPurchase,
        List<String> countries) {

    static CustomerView of(Customer customer) {
        return new CustomerView(
                customer.customerId().value(),
                customer.netSpend(),
                customer.sales(),
                customer.cancellations(),
                customer.invoices(),
                customer.firstPurchase(),
                customer.lastPurchase(),
                customer.countries());
    }
}
