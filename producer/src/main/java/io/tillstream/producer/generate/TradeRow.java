package io.tillstream.producer.generate;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * A generated row, written as files write it.
 *
 * @param description empty when there is none
 * @param priceMills the unit price in thousandths
 * @param customerId 0 when there is none
 */
public record TradeRow(
        String invoiceNo,
        String stockCode,
        String description,
        int quantity,
        LocalDateTime invoiceDate,
        long priceMills,
        int customerId,
        String country) {

    public BigDecimal unitPrice() {
        return BigDecimal.valueOf(priceMills, 3);
    }
}
