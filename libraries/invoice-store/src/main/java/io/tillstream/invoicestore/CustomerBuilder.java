package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.LineKind;
import io.tillstream.model.Money;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Adds up a customer's invoices, one by one, in memory that does not grow with their number. */
final class CustomerBuilder {

    private final CustomerId customerId;
    private final Map<LineKind, BigDecimal> amounts = new EnumMap<>(LineKind.class);
    private final TreeSet<String> countries = new TreeSet<>();
    private @Nullable LocalDateTime firstSale;
    private @Nullable LocalDateTime lastSale;
    private long invoices;

    CustomerBuilder(CustomerId customerId) {
        this.customerId = customerId;
    }

    void add(CustomerInvoice invoice) {
        invoices++;
        amounts.merge(invoice.kind(), invoice.total(), BigDecimal::add);
        countries.add(invoice.country());
        if (invoice.kind() == LineKind.SALE) {
            LocalDateTime date = invoice.date();
            firstSale = firstSale == null || date.isBefore(firstSale) ? date : firstSale;
            lastSale = lastSale == null || date.isAfter(lastSale) ? date : lastSale;
        }
    }

    /** Nothing when there was no invoice. */
    Optional<Customer> customer() {
        if (invoices == 0) {
            return Optional.empty();
        }
        return Optional.of(new Customer(
                customerId,
                amounts.values().stream().reduce(Money.ZERO, BigDecimal::add),
                amounts.getOrDefault(LineKind.SALE, Money.ZERO),
                amounts.getOrDefault(LineKind.CANCELLATION, Money.ZERO),
                invoices,
                firstSale,
                lastSale,
                List.copyOf(countries)));
    }
}
