package io.tillstream.invoicestore;

import static java.util.Objects.requireNonNull;

import io.tillstream.model.Attributes;
import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the attributes of one item until the line can be made; the enhanced client calls it. */
final class LineItemBuilder {

    private @Nullable String invoiceNo;
    private @Nullable String stockCode;
    private @Nullable String lineId;
    private @Nullable String description;
    private @Nullable Long quantity;
    private @Nullable String invoiceDate;
    private @Nullable BigDecimal unitPrice;
    private @Nullable String customerId;
    private @Nullable String country;
    private @Nullable String storeId;
    private @Nullable String receivedAt;
    private Attributes attributes = Attributes.NONE;
    private String version = LineItems.NO_VERSION;
    private Set<String> former = Set.of();
    private boolean isVoid;

    void invoiceNo(String value) {
        invoiceNo = value;
    }

    void stockCode(String value) {
        stockCode = value;
    }

    void lineId(String value) {
        lineId = value;
    }

    void description(String value) {
        description = value;
    }

    void quantity(Long value) {
        quantity = value;
    }

    void invoiceDate(String value) {
        invoiceDate = value;
    }

    void unitPrice(BigDecimal value) {
        unitPrice = value;
    }

    void customerId(String value) {
        customerId = value;
    }

    void country(String value) {
        country = value;
    }

    void storeId(String value) {
        storeId = value;
    }

    void receivedAt(String value) {
        receivedAt = value;
    }

    void attributes(Attributes value) {
        attributes = value;
    }

    void version(String value) {
        version = value;
    }

    void former(Set<String> value) {
        former = value;
    }

    void isVoid(Boolean value) {
        isVoid = value;
    }

    /** For attributes that follow from the others. */
    void derived(Object value) {}

    StoredLine build() {
        LineContent content = new LineContent(
                new InvoiceNumber(requireNonNull(invoiceNo)),
                new StockCode(requireNonNull(stockCode)),
                description,
                requireNonNull(quantity),
                LocalDateTime.parse(requireNonNull(invoiceDate)),
                requireNonNull(unitPrice),
                customerId == null ? null : new CustomerId(customerId),
                requireNonNull(country),
                storeId == null ? null : new StoreId(storeId));
        TransactionLine line = new TransactionLine(
                content,
                new LineId(requireNonNull(lineId)),
                Instant.parse(requireNonNull(receivedAt)),
                attributes,
                isVoid);
        return new StoredLine(line, version, former);
    }
}
