package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.LineKind;
import io.tillstream.model.Money;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a customer's invoices add up to.
 *
 * @param netSpend all of them: sales, cancellations (negative) and adjustments
 * @param sales sales alone
 * @param cancellations cancellations alone, zero or negative
 * @param invoices how many invoices, of every kind
 * @param countries where they were sold to, in alphabetical order
 */
public record Customer(
        CustomerId customerId,
        BigDecimal netSpend,
        BigDecimal sales,
        BigDecimal cancellations,
        long invoices,
        LocalDateTime firstPurchase,
        LocalDateTime lastPurchase,
        List<String> countries) {

    static Optional<Customer> of(CustomerId customerId, Collection<Purchase> purchases) {
        if (purchases.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDateTime> dates =
                purchases.stream().map(Purchase::date).sorted().toList();
        return Optional.of(new Customer(
                customerId,
                sum(purchases, purchase -> true),
                sum(purchases, purchase -> purchase.kind() == LineKind.SALE),
                sum(purchases, purchase -> purchase.kind() == LineKind.CANCELLATION),
                purchases.size(),
                dates.getFirst(),
                dates.getLast(),
                purchases.stream().map(Purchase::country).distinct().sorted().toList()));
    }

    private static BigDecimal sum(Collection<Purchase> purchases, Predicate<Purchase> which) {
        return purchases.stream().filter(which).map(Purchase::amount).reduce(Money.ZERO, BigDecimal::add);
    }
}
