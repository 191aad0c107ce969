package io.tillstream.model.row;

import io.tillstream.model.Blanks;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a row: the names they go by, and what to send for them. */
enum Field {
    INVOICE_NO("InvoiceNo", "send 1 to 64 letters, digits, _ or -, such as \"536365\" or \"C536379\"", "Invoice"),
    STOCK_CODE("StockCode", "send 1 to 64 characters, such as \"85123A\""),
    DESCRIPTION("Description", "send up to 1000 characters of text, or leave it out"),
    QUANTITY("Quantity", "send a whole number, such as 6, or -6 for a return"),
    INVOICE_DATE("InvoiceDate", DateOrder.MONTH_FIRST.expectation()),
    UNIT_PRICE(
            "UnitPrice", "send a number with up to 14 digits before the point and 4 after it, such as 2.55", "Price"),
    CUSTOMER_ID("CustomerID", "send up to 64 characters, such as 17850, or leave it out", "Customer ID"),
    COUNTRY("Country", "send 1 to 64 characters, such as \"United Kingdom\""),
    LINE_ID("LineId", "send up to 64 characters, or leave it out"),
    STORE_ID("StoreId", "send up to 64 characters, or leave it out");

    private static final Map<String, Field> BY_NAME = byName();

    private final String label;
    private final String alias;
    private final String expectation;

    Field(String label, String expectation) {
        this(label, expectation, label);
    }

    Field(String label, String expectation, String alias) {
        this.label = label;
        this.alias = alias;
        this.expectation = expectation;
    }

    /** The data set's name, which errors use. */
    String label() {
        return label;
    }

    /** Whether a row without a value for it is at fault. */
    boolean isRequired() {
        return switch (this) {
            case DESCRIPTION, CUSTOMER_ID, LINE_ID, STORE_ID -> false;
            case INVOICE_NO, STOCK_CODE, QUANTITY, INVOICE_DATE, UNIT_PRICE, COUNTRY -> true;
        };
    }

    /** What to send, for the end of a message. */
    String expectation() {
        return expectation;
    }

    /**
     * The field of this name, whatever its case, its outer blanks and a byte order mark before it; so the data set's
     * names, those of Online Retail II, and their camelCase twins.
     */
    static @Nullable Field named(String name) {
        Field field = BY_NAME.get(name);
        return field != null ? field : BY_NAME.get(canonical(name));
    }

    private static String canonical(String name) {
        return Blanks.trim(name).toLowerCase(Locale.ROOT);
    }

    private static Map<String, Field> byName() {
        Map<String, Field> fields = new HashMap<>();
        for (Field field : values()) {
            for (String name : List.of(field.label, field.alias)) {
                fields.put(name, field);
                fields.put(canonical(name), field);
            }
        }
        return fields;
    }
}
