package io.tillstream.query.customers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.invoicestore.Customer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer, as callers see it. */
record CustomerView(
        String customerId,
        BigDecimal netSpend,
        BigDecimal sales,
        BigDecimal cancellations,
        long invoices,
        @Nullable LocalDateTime firstPurchase,
        @Nullable LocalDateTime lastPurchase,
        List<String> countries,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "When the totals were computed; absent unless that took long",
                example = "2010-12-01T08:26:00Z")
        @Nullable
        Instant totalsAsOf) {

    static CustomerView of(Customer customer, @Nullable Instant totalsAsOf) {
        return new CustomerView(
                customer.customerId().value(),
                customer.netSpend(),
                customer.sales(),
                customer.cancellations(),
                customer.invoices(),
                customer.firstPurchase(),
                customer.lastPurchase(),
                customer.countries(),
                totalsAsOf);
    }
}
