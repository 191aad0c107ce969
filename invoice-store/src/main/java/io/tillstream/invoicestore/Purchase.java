package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineKind;
import io.tillstream.model.Money;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.identity.Digest128;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one invoice comes to for one customer: an item of the table Customers. Derived from the invoice's lines, in
 * whatever order they are given, so that it can be derived again at any time.
 *
 * @param digest of the very lines it was made from: two purchases of equal digests are equal
 */
record Purchase(
        CustomerId customerId,
        InvoiceNumber invoiceNo,
        LocalDateTime date,
        BigDecimal amount,
        long lineCount,
        String country,
        LineKind kind,
        String digest) {

    private static final Comparator<LineAmount> EARLIEST =
            Comparator.comparing(LineAmount::date).thenComparing(LineAmount::country);

    Purchase {
        amount = Money.canonical(amount);
    }

    /** The purchases that these lines of one invoice make: one for each customer they name, as a rule one or none. */
    static Stream<Purchase> of(Collection<LineAmount> lines) {
        return lines.stream()
                .flatMap(line -> line.customerId().stream())
                .distinct()
                .map(customer -> of(
                        customer,
                        lines.stream().filter(line -> line.isOf(customer)).toList()));
    }

    /** The purchase of a customer whose lines these are, at least one. */
    static Purchase of(CustomerId customer, Collection<LineAmount> lines) {
        LineAmount first = lines.stream().min(EARLIEST).orElseThrow();
        return new Purchase(
                customer,
                first.invoiceNo(),
                first.date(),
                lines.stream().map(LineAmount::amount).reduce(Money.ZERO, BigDecimal::add),
                lines.size(),
                first.country(),
                LineKind.of(first.invoiceNo()),
                digest(lines));
    }

    static Stream<Purchase> ofLines(Collection<TransactionLine> lines) {
        return of(lines.stream().map(LineAmount::of).toList());
    }

    private static String digest(Collection<LineAmount> lines) {
        Digest128 digest = new Digest128();
        List<LineAmount> inOrder =
                lines.stream().sorted(Comparator.comparing(LineAmount::key)).toList();
        for (LineAmount line : inOrder) {
            digest.add(line.key())
                    .add(LineItems.text(line.date()))
                    .add(line.amount().toPlainString())
                    .add(line.country());
        }
        return digest.finish().toString();
    }
}
