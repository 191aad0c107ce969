package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineKind;
import io.tillstream.model.Money;
import io.tillstream.model.TransactionLine;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one invoice number comes to for one customer: an item of the table Customers. Derived from the lines, in whatever
 * order they are given, so that it can be derived again at any time.
 *
 * @param shops what the lines of each shop come to, at least one
 * @param digest of the very lines it was made from: two purchases of equal digests are equal
 */
record Purchase(CustomerId customerId, InvoiceNumber invoiceNo, List<ShopPurchase> shops, String digest) {

    Purchase {
        shops = shops.stream().sorted(ShopPurchase.BY_SHOP).toList();
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
        PurchaseSum sum = new PurchaseSum(customer, lines.iterator().next().invoiceNo());
        lines.forEach(sum::add);
        return sum.purchase();
    }

    static Stream<Purchase> ofLines(Collection<TransactionLine> lines) {
        return of(lines.stream().map(LineAmount::of).toList());
    }

    /** When its earliest line was sold. */
    LocalDateTime date() {
        return first().date();
    }

    BigDecimal amount() {
        return shops.stream().map(ShopPurchase::amount).reduce(Money.ZERO, BigDecimal::add);
    }

    long lineCount() {
        return shops.stream().mapToLong(ShopPurchase::lineCount).sum();
    }

    String country() {
        return first().country();
    }

    LineKind kind() {
        return LineKind.of(invoiceNo);
    }

    private ShopPurchase first() {
        return shops.stream().min(ShopPurchase.EARLIEST).orElseThrow();
    }
}
