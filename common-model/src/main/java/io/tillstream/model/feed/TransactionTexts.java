package io.tillstream.model.feed;

import io.tillstream.model.CustomerId;
import io.tillstream.model.LineContent;
import io.tillstream.model.RowContent;
import io.tillstream.model.StoreId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of a line of transactions that a rule may mask or hash. */
enum TransactionTexts implements HideableText {
    CUSTOMER_ID("CustomerID"),
    DESCRIPTION("Description"),
    COUNTRY("Country"),
    STORE_ID("StoreId");

    /** The data set's own word for a country it does not tell. */
    private static final String NO_COUNTRY = "Unspecified";

    static final Map<String, HideableText> BY_LABEL = byLabel();

    private final String label;

    TransactionTexts(String label) {
        this.label = label;
    }

    @Override
    public @Nullable String in(RowContent content) {
        LineContent line = (LineContent) content;
        return switch (this) {
            case CUSTOMER_ID ->
                line.customerId() == null ? null : line.customerId().value();
            case DESCRIPTION -> line.description();
            case COUNTRY -> line.country();
            case STORE_ID -> line.storeId() == null ? null : line.storeId().value();
        };
    }

    @Override
    public RowContent with(RowContent content, @Nullable String text) {
        LineContent line = (LineContent) content;
        return new LineContent(
                line.invoiceNo(),
                line.stockCode(),
                this == DESCRIPTION ? text : line.description(),
                line.quantity(),
                line.invoiceDate(),
                line.unitPrice(),
                this == CUSTOMER_ID ? customer(text) : line.customerId(),
                this == COUNTRY ? country(text) : line.country(),
                this == STORE_ID ? store(text) : line.storeId());
    }

    private static @Nullable CustomerId customer(@Nullable String text) {
        return text == null ? null : new CustomerId(text);
    }

    private static String country(@Nullable String text) {
        return text == null ? NO_COUNTRY : text;
    }

    private static @Nullable StoreId store(@Nullable String text) {
        return text == null ? null : new StoreId(text);
    }

    private static Map<String, HideableText> byLabel() {
        Map<String, HideableText> texts = new LinkedHashMap<>();
        for (TransactionTexts text : values()) {
            texts.put(text.label, text);
        }
        return Collections.unmodifiableMap(texts);
    }
}
