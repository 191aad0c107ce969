package io.tillstream.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * One line of an invoice. What {@link #content()} says is canonical, so lines that say the same are equal.
 *
 * @param content what the row said
 * @param lineId what tells it apart from other lines of the same invoice and article
 * @param receivedAt when the pipeline took it over, to the millisecond, years 1 to 9999
 * @param attributes what was derived from it on the way; no part of its identity
 * @param isVoid whether it takes all lines of its identity back, rather than being one of them
 */
public record TransactionLine(
        LineContent content, LineId lineId, Instant receivedAt, Attributes attributes, boolean isVoid)
        implements FeedLine {

    /** The placeholder of a void's texts; no row has such a country. */
    private static final String NOTHING = "-";

    private static final String VOIDED_BY = "voidedBy";

    public TransactionLine {
        receivedAt = Moments.toTheMillisecond("receivedAt", receivedAt);
    }

    /** A line that counts. */
    public TransactionLine(LineContent content, LineId lineId, Instant receivedAt, Attributes attributes) {
        this(content, lineId, receivedAt, attributes, false);
    }

    /** A line from which nothing was derived. */
    public TransactionLine(LineContent content, LineId lineId, Instant receivedAt) {
        this(content, lineId, receivedAt, Attributes.NONE);
    }

    @Override
    public TransactionLine inStore(StoreId store) {
        return content.storeId() != null ? this : with(content.inStore(store), attributes);
    }

    @Override
    public TransactionLine with(RowContent said, Attributes derived) {
        return new TransactionLine((LineContent) said, lineId, receivedAt, derived, isVoid);
    }

    /**
     * What voids a line: of the same identity, with no amount and no customer. It comes before every version of the
     * line.
     *
     * @param reason why, which is its description
     * @param by who voided it
     */
    public static TransactionLine voiding(LineKey key, String reason, String by, Instant at) {
        Attributes attributes = new Attributes(Map.of(VOIDED_BY, new AttributeValue.Text(by)));
        LineContent content = new LineContent(
                key.invoiceNo(),
                key.stockCode(),
                reason,
                0,
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                Money.ZERO,
                null,
                NOTHING,
                key.shop());
        return new TransactionLine(content, key.lineId(), at, attributes, true);
    }

    /** Who voided the line, if this is a void. */
    public Optional<String> voidedBy() {
        return isVoid && attributes.values().get(VOIDED_BY) instanceof AttributeValue.Text by
                ? Optional.of(by.value())
                : Optional.empty();
    }

    @Override
    public LineKey key() {
        return new LineKey(content.storeId(), invoiceNo(), stockCode(), lineId);
    }

    public InvoiceNumber invoiceNo() {
        return content.invoiceNo();
    }

    public StockCode stockCode() {
        return content.stockCode();
    }

    public Optional<String> description() {
        return Optional.ofNullable(content.description());
    }

    /** Units sold; negative for returns. */
    public long quantity() {
        return content.quantity();
    }

    /** The shop's local date and time, to the second. */
    public LocalDateTime invoiceDate() {
        return content.invoiceDate();
    }

    /** Exact, with 2 to 4 decimals; negative for a write-off. */
    public BigDecimal unitPrice() {
        return content.unitPrice();
    }

    /** Quantity times unit price, exact, with 2 to 4 decimals. */
    public BigDecimal lineTotal() {
        return Money.canonical(unitPrice().multiply(BigDecimal.valueOf(quantity())));
    }

    public Optional<CustomerId> customerId() {
        return Optional.ofNullable(content.customerId());
    }

    public String country() {
        return content.country();
    }

    public LineKind kind() {
        return LineKind.of(invoiceNo());
    }

    public Optional<StoreId> storeId() {
        return Optional.ofNullable(content.storeId());
    }

    /** Shows the identity of the line, and no customer data. */
    @Override
    public String toString() {
        return (isVoid ? "Void[" : "TransactionLine[") + invoiceNo() + " " + stockCode() + " " + lineId + "]";
    }
}
