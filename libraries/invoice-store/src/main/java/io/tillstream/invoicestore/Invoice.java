package io.tillstream.invoicestore;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineKey;
import io.tillstream.model.LineKind;
import io.tillstream.model.Money;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A shop's invoice as the lines known so far make it. */
public final class Invoice {

    private static final Comparator<TransactionLine> BY_TIME_THEN_KEY =
            Comparator.comparing(TransactionLine::invoiceDate).thenComparing(Invoice::keyOf);

    private final List<TransactionLine> lines;
    private final TransactionLine first;

    private Invoice(List<TransactionLine> lines) {
        this.lines = lines;
        this.first = lines.getFirst();
    }

    /**
     * The invoices of these lines, which all bear one number: one for each shop, and first that of the lines without
     * one. A line may be given in several versions, of which one counts.
     */
    static List<Invoice> byShop(Collection<StoredLine> lines) {
        Map<LineKey, StoredLine> counting = LinkedHashMap.newLinkedHashMap(lines.size());
        lines.forEach(line -> counting.merge(line.line().key(), line, (a, b) -> b.countsBefore(a) ? b : a));
        return counting.values().stream()
                .map(StoredLine::line)
                .filter(line -> !line.isVoid())
                .collect(Collectors.groupingBy(
                        line -> line.storeId().map(StoreId::value).orElse(""), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(shop -> new Invoice(shop.stream().sorted(BY_TIME_THEN_KEY).toList()))
                .toList();
    }

    public InvoiceNumber invoiceNo() {
        return first.invoiceNo();
    }

    /** Whose it is, where that is known. */
    public Optional<StoreId> shop() {
        return first.storeId();
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

    /** All of these together. */
    InvoiceTotals totals() {
        return new InvoiceTotals(
                invoiceNo(), shop().orElse(null), customerId().orElse(null), date(), country(), total(), lines.size());
    }

    /** By time, then by stock code and line id. */
    public List<TransactionLine> lines() {
        return lines;
    }

    private static String keyOf(TransactionLine line) {
        return LineItems.sortKey(line);
    }
}
