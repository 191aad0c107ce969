package io.tillstream.query.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.invoicestore.Invoice;
import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import io.tillstream.model.CustomerId;
import io.tillstream.model.LineKind;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invoice as it is answered. */
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
        int lineCount,
        List<Line> lines) {

    static InvoiceView of(Invoice invoice, @Nullable String stockCode) {
        return new InvoiceView(
                invoice.invoiceNo().value(),
                invoice.shop().map(StoreId::value).orElse(null),
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

    /** As it is asked for: empty for lines that name no shop. */
    static String shopOf(Invoice invoice) {
        return invoice.shop().map(StoreId::value).orElse("");
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
                    attributes(line.attributes()));
        }

        private static @Nullable Map<String, Object> attributes(Attributes attributes) {
            if (attributes.isEmpty()) {
                return null;
            }
            Map<String, Object> shown = new LinkedHashMap<>();
            attributes.values().forEach((name, value) -> shown.put(name, scalar(value)));
            return shown;
        }

        private static Object scalar(AttributeValue value) {
            return switch (value) {
                case AttributeValue.Text text -> text.value();
                case AttributeValue.Numeral number -> number.value();
                case AttributeValue.Flag flag -> flag.value();
            };
        }
    }
}
