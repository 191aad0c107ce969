package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineKind;
import io.tillstream.model.Money;
import io.tillstream.model.TransactionLine;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What one invoice comes to for one customer: an item of the table Customers. Derived from the invoice's lines, so
 * that it can be derived again at any time.
 */
record Purchase(
        CustomerId customerId,
        InvoiceNumber invoiceNo,
        LocalDateTime date,
        BigDecimal amount,
        long lineCount,
        String country,
        LineKind kind) {

    Purchase {
        amount = Money.canonical(amount);
    }

    /** The purchases that these lines of one invoice make: one for each customer they name, as a rule one or none. */
    static Stream<Purchase> of(Collection<LineAmount> lines) {
        return lines.stream()
                .flatMap(line -> line.customerId().stream())
                .distinct()
                .map(customer -> of(customer, lines));
    }

    private static Purchase of(CustomerId customer, Collection<LineAmount> lines) {
        var own = lines.stream()
                .filter(line -> line.customerId().filter(customer::equals).isPresent())
                .sorted(Comparator.comparing(LineAmount::date).thenComparing(LineAmount::country))
                .toList();
        LineAmount first = own.getFirst();
        BigDecimal amount = own.stream().map(LineAmount::amount).reduce(Money.ZERO, BigDecimal::add);
        return new Purchase(
                customer,
                first.invoiceNo(),
                first.date(),
                amount,
                own.size(),
                first.country(),
                LineKind.of(first.invoiceNo()));
    }

    static Stream<Purchase> ofLines(Collection<TransactionLine> lines) {
        return of(lines.stream().map(LineAmount::of).toList());
    }
}
