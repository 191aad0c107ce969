package io.tillstream.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Lines for tests, of this module and others: say what matters, the rest is plausible. */
public final class SampleLines {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDateTime SOLD = LocalDateTime.parse("2010-12-01T08:26:00");

    private SampleLines() {}

    /** A line of customer 17850: six of an article at 2.55. */
    public static TransactionLine line(String invoiceNo, String stockCode, String lineId) {
        return line(invoiceNo, stockCode, lineId, "17850", 6, "2.55");
    }

    public static TransactionLine line(
            String invoiceNo,
            String stockCode,
            String lineId,
            @Nullable String customerId,
            long quantity,
            String unitPrice) {
        LineContent content = new LineContent(
                new InvoiceNumber(invoiceNo),
                new StockCode(stockCode),
                "WHITE HANGING HEART T-LIGHT HOLDER",
                quantity,
                SOLD,
                new BigDecimal(unitPrice),
                customerId == null ? null : new CustomerId(customerId),
                "United Kingdom",
                null);
        return new TransactionLine(content, new LineId(lineId), RECEIVED);
    }

    /** The same line, of a shop. */
    public static TransactionLine ofShop(TransactionLine line, String shop) {
        LineContent old = line.content();
        LineContent sent = new LineContent(
                old.invoiceNo(),
                old.stockCode(),
                old.description(),
                old.quantity(),
                old.invoiceDate(),
                old.unitPrice(),
                old.customerId(),
                old.country(),
                new StoreId(shop));
        return new TransactionLine(sent, line.lineId(), line.receivedAt());
    }

    /** The same line, sold at another time and place. */
    public static TransactionLine soldAt(TransactionLine line, LocalDateTime date, String country) {
        LineContent old = line.content();
        LineContent moved = new LineContent(
                old.invoiceNo(),
                old.stockCode(),
                old.description(),
                old.quantity(),
                date,
                old.unitPrice(),
                old.customerId(),
                country,
                old.storeId());
        return new TransactionLine(moved, line.lineId(), line.receivedAt());
    }
}
