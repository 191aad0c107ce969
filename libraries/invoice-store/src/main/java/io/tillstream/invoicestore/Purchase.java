package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineKind;
import io.tillstream.model.Money;
import io.tillstream.model.identity.Digest128;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The totals of one customer's lines under one invoice number: an item of the table Customers. Derived from the lines,
 * in whatever order they are given, so that it can be derived again at any time.
 *
 * @param shops what the lines of each shop come to; none when all lines have been replaced by another customer's
 * @param digest of the very lines it was made from, and of those that are another customer's by now: two purchases of
 *     equal digests are equal
 */
record Purchase(CustomerId customerId, InvoiceNumber invoiceNo, List<ShopPurchase> shops, String digest)
        implements Summary {

    Purchase {
        shops = shops.stream().sorted(ShopPurchase.BY_SHOP).toList();
    }

    /** The purchases that these lines of one invoice make: one for each customer they name, as a rule one or none. */
    static Stream<Purchase> of(Collection<LineAmount> lines) {
        return lines.stream()
                .flatMap(LineAmount::customers)
                .distinct()
                .map(customer -> of(
                        customer,
                        lines.stream().filter(line -> line.bearsOn(customer)).toList()));
    }

    /** The purchase of a customer on whom these lines bear, at least one. */
    static Purchase of(CustomerId customer, Collection<LineAmount> lines) {
        PurchaseBuilder sum =
                new PurchaseBuilder(customer, lines.iterator().next().invoiceNo());
        Digest128 digest = new Digest128();
        lines.forEach(line -> sum.add(line, digest));
        return sum.purchase();
    }

    static Stream<Purchase> ofLines(Collection<StoredLine> lines) {
        return of(lines.stream().map(LineAmount::of).toList());
    }

    boolean isEmpty() {
        return shops.isEmpty();
    }

    /** When its earliest line was sold. */
    Optional<LocalDateTime> date() {
        return first().map(ShopPurchase::date);
    }

    BigDecimal amount() {
        return shops.stream().map(ShopPurchase::amount).reduce(Money.ZERO, BigDecimal::add);
    }

    long lineCount() {
        return shops.stream().mapToLong(ShopPurchase::lineCount).sum();
    }

    Optional<String> country() {
        return first().map(ShopPurchase::country);
    }

    LineKind kind() {
        return LineKind.of(invoiceNo);
    }

    private Optional<ShopPurchase> first() {
        return shops.stream().min(ShopPurchase.EARLIEST);
    }
}
