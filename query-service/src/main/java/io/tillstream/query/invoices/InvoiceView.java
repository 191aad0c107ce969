package io.tillstream.query.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.invoicestore.InvoiceLines;
import io.tillstream.invoicestore.InvoiceTotals;
import io.tillstream.model.LineKind;
import io.tillstream.model.TransactionLine;
import io.tillstream.query.http.ShownAttributes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invoice, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvoiceView(
        String invoiceNo,

        @Schema(description = "Whose invoice it is; absent for lines that name no shop") @Nullable
        String storeId,

        @Nullable String customerId,
        LocalDateTime date,
        String country,
        LineKind kind,
        BigDecimal total,
        long lineCount,
        List<Line> lines,

        @Schema(description = "The cursor of the next page of lines; absent on the last", example = "THxBIzE") @Nullable
        String next,

        @Schema(
                description = "When the totals were computed; absent unless that took long",
                example = "2010-12-01T08:26:00Z")
        @Nullable
        Instant totalsAsOf) {

    static InvoiceView of(InvoiceLines invoice, @Nullable Instant totalsAsOf) {
        InvoiceTotals totals = invoice.totals();
        return new InvoiceView(
                totals.invoiceNo().value(),
                totals.shop() == null ? null : totals.shop().value(),
                totals.customerId() == null ? null : totals.customerId().value(),
                totals.date(),
                totals.country(),
                totals.kind(),
                totals.total(),
                totals.lineCount(),
                invoice.lines().stream().map(Line::of).toList(),
                invoice.next().map(LineCursor::of).orElse(null),
                totalsAsOf);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String stockCode,
            String lineId,
            @Nullable String description,
            long quantity,
            BigDecimal unitPrice,
            BigDecimal lineTotal,

            @Schema(
                    description = "Fields that rules derived from the line: texts, exact numbers, booleans",
                    example = "{\"bulk\": true, \"vat\": 2.55}")
            @Nullable
            Map<String, Object> attributes) {

        private static Line of(TransactionLine line) {
            return new Line(
                    line.stockCode().value(),
                    line.lineId().value(),
                    line.description().orElse(null),
                    line.quantity(),
                    line.unitPrice(),
                    line.lineTotal(),
                    ShownAttributes.of(line.attributes()));
        }
    }
}
