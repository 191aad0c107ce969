package io.tillstream.invoicestore;

import static java.util.Objects.requireNonNull;

import io.tillstream.model.CustomerId;
import io.tillstream.model.InvoiceNumber;
import io.tillstream.model.LineId;
import io.tillstream.model.LineKey;
import io.tillstream.model.StockCode;
import io.tillstream.model.StoreId;
import io.tillstream.model.layout.SortKeys;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A narrow view of the table Invoices, for reading: what a summary needs, and no byte more over the wire. */
final class LineAmountItems {

    static final String PROJECTION = String.join(
            ", ",
            List.of(
                    LineItems.INVOICE_NO,
                    LineItems.STOCK_CODE,
                    LineItems.LINE_ID,
                    LineItems.STORE_ID,
                    LineItems.CUSTOMER_ID,
                    LineItems.INVOICE_DATE,
                    LineItems.LINE_TOTAL,
                    LineItems.COUNTRY,
                    LineItems.VERSION,
                    LineItems.FORMER,
                    "#key"));

    static final Map<String, String> NAMES = Map.of("#key", LineItems.KEY);

    private LineAmountItems() {}

    /** Known by what it says: its key in the table may be of a time when keys did not tell the shop. */
    static LineAmount lineOf(Map<String, AttributeValue> item) {
        LineKey key = new LineKey(
                text(item, LineItems.STORE_ID).map(StoreId::new).orElse(null),
                new InvoiceNumber(value(item, LineItems.INVOICE_NO).s()),
                new StockCode(value(item, LineItems.STOCK_CODE).s()),
                new LineId(value(item, LineItems.LINE_ID).s()));
        return new LineAmount(
                key.invoiceNo(),
                SortKeys.of(key),
                key.storeId(),
                text(item, LineItems.CUSTOMER_ID).map(CustomerId::new),
                LocalDateTime.parse(value(item, LineItems.INVOICE_DATE).s()),
                new BigDecimal(value(item, LineItems.LINE_TOTAL).n()),
                value(item, LineItems.COUNTRY).s(),
                LineAmount.version(text(item, LineItems.VERSION).orElse(LineItems.NO_VERSION)),
                former(item));
    }

    /** Or under one of the time when keys did not tell the shop. */
    static boolean isUnderItsKey(Map<String, AttributeValue> item, LineAmount line) {
        return value(item, LineItems.KEY).s().equals(line.key());
    }

    private static Set<CustomerId> former(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get(LineItems.FORMER)).map(AttributeValue::ss).orElse(List.of()).stream()
                .map(CustomerId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return requireNonNull(item.get(name), name);
    }
}
