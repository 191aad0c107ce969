package io.tillstream.campaign;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A row of the feed of transactions. */
record Line(
        Key key,
        @Nullable String description,
        long quantity,
        String invoiceDate,
        BigDecimal unitPrice,
        @Nullable String customerId,
        String country,
        @Nullable String storeId)
        implements Row {

    /** What tells lines apart. */
    record Key(String invoiceNo, String stockCode, String lineId) {}

    Line {
        unitPrice = unitPrice.stripTrailingZeros();
    }

    @Override
    public String partitionKey() {
        return key.invoiceNo();
    }

    @Override
    public Line identifiedBy(String lineId) {
        return new Line(
                new Key(key.invoiceNo(), key.stockCode(), lineId),
                description,
                quantity,
                invoiceDate,
                unitPrice,
                customerId,
                country,
                storeId);
    }

    @Override
    public ObjectNode request(boolean withIdentity) {
        return LineJson.request(this, withIdentity);
    }

    @Override
    public ObjectNode wire() {
        return LineJson.wire(this);
    }

    @Override
    public List<Object> derived() {
        return derived(total(), kind());
    }

    static List<Object> derived(BigDecimal total, String kind) {
        return List.of(total.stripTrailingZeros(), kind);
    }

    BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }

    String kind() {
        return switch (key.invoiceNo().charAt(0)) {
            case 'C' -> "CANCELLATION";
            case 'A' -> "ADJUSTMENT";
            default -> "SALE";
        };
    }
}
