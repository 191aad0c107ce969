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
import java.util.List;
import java.util.Optional;

/** An invoice as the lines known so far make it. */
public final class Invoice {

    private static final Comparator<TransactionLine> BY_TIME_THEN_KEY =
            Comparator.comparing(TransactionLine::invoiceDate).thenComparing(Invoice::keyOf);

    private final List<TransactionLine> lines;
    private final TransactionLine first;

    private Invoice(List<TransactionLine> lines) {
        this.lines = lines;
        this.first = lines.getFirst();
    }

    /** The invoice of these lines, which all bear its number; nothing when there are none. */
    static Optional<Invoice> of(Collection<TransactionLine> lines) {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Invoice(lines.stream().sorted(BY_TIME_THEN_KEY).toList()));
    }

    public InvoiceNumber invoiceNo() {
        return first.invoiceNo();
    }

    /** The customer of the earliest line that names one; a guest's invoice has none. */
    public Optional<CustomerId> customerId() {
        return lines.stream().flatMap(line -> line.customerId().stream()).findFirst();
    }

    /** When its earliest line was sold. */
    public LocalDateTime date() {
        return first.invoiceDate();
    }

    public String country() {
        return first.country();
    }

    public LineKind kind() {
        return first.kind();
    }

    public BigDecimal total() {
        return lines.stream().map(TransactionLine::lineTotal).reduce(Money.ZERO, BigDecimal::add);
    }

    /** By time, then by stock code and line id. */
    public List<TransactionLine> lines() {
        return lines;
    }

    private static String keyOf(TransactionLine line) {
        return LineItems.sortKey(line);
    }
}
