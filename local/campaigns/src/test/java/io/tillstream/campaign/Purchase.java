package io.tillstream.campaign;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an invoice comes to for a customer. */
record Purchase(String customerId, String invoiceNo, BigDecimal amount, long lineCount, String date, String kind) {

    Purchase {
        amount = amount.stripTrailingZeros();
    }

    /** What these lines come to; guests have no purchases. */
    static Set<Purchase> of(Collection<Line> lines) {
        return lines.stream()
                .filter(line -> line.customerId() != null)
                .collect(groupingBy(line -> line.customerId() + " " + line.key().invoiceNo()))
                .values()
                .stream()
                .map(Purchase::ofOne)
                .collect(Collectors.toSet());
    }

    private static Purchase ofOne(List<Line> lines) {
        Line first = lines.getFirst();
        return new Purchase(
                String.valueOf(first.customerId()),
                first.key().invoiceNo(),
                lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add),
                lines.size(),
                first.invoiceDate(),
                first.kind());
    }
}
