package io.tillstream.model.row;

import static java.util.Objects.requireNonNull;

import io.tillstream.model.CustomerId;
import io.tillstream.model.FeedLine;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineContent;
import io.tillstream.model.LineId;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.TransactionLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines of rows of transactions.
 *
 * <p>Accepts every spelling of the data set's two editions, as text or as JSON: names in any case and with the aliases
 * {@code Invoice}, {@code Price} and {@code Customer ID}; outer blanks of any kind; whole numbers as {@code 6},
 * {@code "6"} or {@code 6.0}; prices with the noise of binary fractions; dates month first, unless a file is
 * said to write the day first, or ISO. A date with an offset keeps its local time and loses the offset, because a receipt
 * shows the shop's time. Tabs and line ends within a description count as blanks; other control characters are a fault.
 * Optional fields that are blank, or hold nothing but a usual word for no value ({@code NULL}, {@code nan}, {@code N/A},
 * {@code -} and the like), are absent; required ones are missing.
 */
public final class TransactionValidator extends ContentValidator<LineContent> {

    public TransactionValidator(RowSettings settings) {
        super(TransactionFields.ALL, TransactionFields.LINE_ID, settings);
    }

    @Override
    protected @Nullable LineContent content(FieldReader reader, FieldErrors faults) {
        String invoiceNo = reader.identifier(TransactionFields.INVOICE_NO, InvoiceNumber.RULE);
        String stockCode = reader.text(TransactionFields.STOCK_CODE, StockCode.RULE);
        String description = reader.paragraph(TransactionFields.DESCRIPTION, LineContent.DESCRIPTION_RULE);
        Long quantity = reader.wholeNumber(TransactionFields.QUANTITY);
        LocalDateTime invoiceDate = reader.date(TransactionFields.INVOICE_DATE);
        BigDecimal unitPrice = reader.price(TransactionFields.UNIT_PRICE);
        String customerId = reader.identifier(TransactionFields.CUSTOMER_ID, CustomerId.RULE);
        String country = reader.text(TransactionFields.COUNTRY, LineContent.COUNTRY_RULE);
        String storeId = reader.text(TransactionFields.STORE_ID, StoreId.RULE);
        if (!faults.isEmpty()) {
            return null;
        }
        return new LineContent(
                new InvoiceNumber(requireNonNull(invoiceNo)),
                new StockCode(requireNonNull(stockCode)),
                description,
                requireNonNull(quantity),
                requireNonNull(invoiceDate),
                requireNonNull(unitPrice),
                optional(customerId, CustomerId::new),
                requireNonNull(country),
                optional(storeId, StoreId::new));
    }

    @Override
    protected @Nullable String id(FieldReader reader, Field field) {
        return reader.text(field, LineId.RULE);
    }

    @Override
    protected void check(LineContent content, RowBounds bounds, Instant receivedAt, FieldErrors faults) {
        bounds.checkQuantity(TransactionFields.QUANTITY, content.quantity(), faults);
        bounds.checkPrice(TransactionFields.UNIT_PRICE, content.unitPrice(), faults);
        bounds.checkDate(TransactionFields.INVOICE_DATE, content.invoiceDate(), receivedAt, faults);
    }

    @Override
    protected FeedLine line(LineContent content, LineId id, Instant receivedAt) {
        return new TransactionLine(content, id, receivedAt);
    }
}
