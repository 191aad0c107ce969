package io.tillstream.campaign;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a row says, with its identity: as it was sent, or as a store has it. In the campaign's own words, so that it
 * does not depend on how the pipeline reads and writes.
 */
record Line(
        Key key,
        @Nullable String description,
        long quantity,
        String invoiceDate,
        BigDecimal unitPrice,
        @Nullable String customerId,
        String country,
        @Nullable String storeId) {

    /** What tells lines apart. */
    record Key(String invoiceNo, String stockCode, String lineId) {}

    Line {
        unitPrice = unitPrice.stripTrailingZeros();
    }

    Line identifiedBy(String lineId) {
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
