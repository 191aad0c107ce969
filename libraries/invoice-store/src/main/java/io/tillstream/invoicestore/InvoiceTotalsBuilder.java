package io.tillstream.invoicestore;

import io.tillstream.model.Money;
import io.tillstream.model.identity.Digest128;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds up one shop's invoice, line by line, in any order and in memory that does not grow with their number. */
final class InvoiceTotalsBuilder {

    private static final Comparator<LineAmount> FIRST =
            Comparator.comparing(LineAmount::date).thenComparing(LineAmount::key);

    private final ShopInvoice invoice;
    private BigDecimal total = Money.ZERO;
    private long lineCount;
    private long highSum;
    private long lowSum;
    private @Nullable LineAmount first;
    private @Nullable LineAmount firstOfCustomer;

    InvoiceTotalsBuilder(ShopInvoice invoice) {
        this.invoice = invoice;
    }

    /** Adds a line of which no other version was added; the hash is that of the line. */
    void add(LineAmount line, Digest128.Hash hash) {
        add(line);
        highSum += hash.high();
        lowSum += hash.low();
    }

    /** Adds a line for who needs no digest. */
    void add(LineAmount line) {
        if (line.isVoid()) {
            return;
        }
        total = total.add(line.amount());
        lineCount++;
        first = first(first, line);
        if (line.customerId().isPresent()) {
            firstOfCustomer = first(firstOfCustomer, line);
        }
    }

    /** Nothing when there is no line. */
    Optional<InvoiceTotals> totals() {
        return first == null
                ? Optional.empty()
                : Optional.of(new InvoiceTotals(
                        invoice.invoiceNo(),
                        invoice.shop(),
                        firstOfCustomer == null
                                ? null
                                : firstOfCustomer.customerId().orElseThrow(),
                        first.date(),
                        first.country(),
                        Money.canonical(total),
                        lineCount));
    }

    StoredTotals kept(boolean oldKeys) {
        return new StoredTotals(invoice, totals(), oldKeys, new Digest128.Hash(highSum, lowSum).toString());
    }

    private static LineAmount first(@Nullable LineAmount one, LineAmount other) {
        return one == null || FIRST.compare(other, one) < 0 ? other : one;
    }
}
