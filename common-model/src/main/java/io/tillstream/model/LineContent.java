package io.tillstream.model;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a row of transactions says.
 *
 * <p>The constructor canonicalises what has one obvious form (decimals of the price, seconds of the date) and refuses
 * the rest. {@link TransactionLine} has the same values with {@code Optional} accessors.
 *
 * @param description at most 1,000 characters
 * @param invoiceDate the shop's local time, kept to the second, years 1 to 9999
 * @param unitPrice below 10^14 in magnitude, with 2 to 4 decimals and no trailing zero beyond the second
 * @param country 1 to 64 characters
 */
public record LineContent(
        InvoiceNumber invoiceNo,
        StockCode stockCode,
        @Nullable String description,
        long quantity,
        LocalDateTime invoiceDate,
        BigDecimal unitPrice,
        @Nullable CustomerId customerId,
        String country,
        @Nullable StoreId storeId)
        implements RowContent {

    public static final TextRule DESCRIPTION_RULE = TextRule.text(1_000);
    public static final TextRule COUNTRY_RULE = TextRule.text(64);

    public LineContent {
        if (description != null) {
            DESCRIPTION_RULE.require("Description", description);
        }
        if (invoiceDate.getYear() < 1 || invoiceDate.getYear() > 9999) {
            throw new IllegalArgumentException("InvoiceDate is outside the years 1 to 9999");
        }
        if (!isPriceInBounds(unitPrice)) {
            throw new IllegalArgumentException("UnitPrice has more than 4 decimals or 14 digits before the point");
        }
        invoiceDate = invoiceDate.truncatedTo(ChronoUnit.SECONDS);
        unitPrice = Money.canonical(unitPrice);
        COUNTRY_RULE.require("Country", country);
    }

    @Override
    public LineContent inStore(StoreId store) {
        return storeId != null
                ? this
                : new LineContent(
                        invoiceNo,
                        stockCode,
                        description,
                        quantity,
                        invoiceDate,
                        unitPrice,
                        customerId,
                        country,
                        store);
    }

    /** Whether the constructor takes this unit price; cheap for numbers with giant exponents. */
    public static boolean isPriceInBounds(BigDecimal unitPrice) {
        return Money.inBounds(unitPrice);
    }

    /** Shows where the line belongs, and no customer data. */
    @Override
    public String toString() {
        return "LineContent[" + invoiceNo + " " + stockCode + "]";
    }
}
