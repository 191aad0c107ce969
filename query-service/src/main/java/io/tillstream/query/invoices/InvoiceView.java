package io.tillstream.query.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.invoicestore.Invoice;
import io.tillstream.model.CustomerId;
import io.tillstream.model.LineKind;
import io.tillstream.model.TransactionLine;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvoiceView(
        String invoiceNo,
        @Nullable String customerId,
        LocalDateTime date,
        String country,
        LineKind kind,
        BigDecimal total,
        int lineCount,
        List<Line> lines) {

    static InvoiceView of(Invoice invoice, @Nullable String stockCode) {
        return new InvoiceView(
                invoice.invoiceNo().value(),
                invoice.customerId().map(CustomerId::value).orElse(null),
                invoice.date(),
                invoice.country(),
                invoice.kind(),
                invoice.total(),
                invoice.lines().size(),
                invoice.lines().stream()
                        .filter(line ->
                                stockCode == null || line.stockCode().value().equals(stockCode))
                        .map(Line::of)
                        .toList());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String stockCode,
            String lineId,
            @Nullable String description,
            long quantity,
            BigDecimal unitPrice,
            BigDecimal lineTotal) {

        private static Line of(TransactionLine line) {
            return new Line(
                    line.stockCode().value(),
                    line.lineId().value(),
                    line.description().orElse(null),
                    line.quantity(),
                    line.unitPrice(),
                    line.lineTotal());
        }
    }
}
