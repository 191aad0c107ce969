package io.tillstream.ingest.rules;

import static java.util.Objects.requireNonNull;

import io.tillstream.model.CustomerId;
import io.tillstream.model.LineContent;
import io.tillstream.model.StoreId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields a rule may mask or hash: those that neither identify a line nor add up in the books. */
enum HideableField {
    CUSTOMER_ID("CustomerID"),
    DESCRIPTION("Description"),
    COUNTRY("Country"),
    STORE_ID("StoreId");

    /** The data set's own word for a country it does not tell. */
    private static final String NO_COUNTRY = "Unspecified";

    private static final List<String> IDENTITY = List.of("InvoiceNo", "StockCode", "LineId");
    private static final List<String> BOOKS = List.of("Quantity", "InvoiceDate", "UnitPrice");

    private final String label;

    HideableField(String label) {
        this.label = label;
    }

    /** The data set's name. */
    String label() {
        return label;
    }

    /** The field of this name, in any case. */
    static Optional<HideableField> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.label.equalsIgnoreCase(name))
                .findFirst();
    }

    /** Why a rule cannot hide what has this name. */
    static String whyNot(String name) {
        String fit = Arrays.stream(values()).map(HideableField::label).collect(Collectors.joining(", "));
        if (IDENTITY.stream().anyMatch(name::equalsIgnoreCase)) {
            return name + " is part of what identifies a line; only " + fit + " can be masked or hashed";
        }
        if (BOOKS.stream().anyMatch(name::equalsIgnoreCase)) {
            return name + " is part of the sums; only " + fit + " can be masked or hashed";
        }
        return "there is no field \"" + name + "\"; " + fit + " can be masked or hashed";
    }

    /** The line without the field, or with a placeholder where the field is required. */
    LineContent mask(LineContent line) {
        return with(line, this == COUNTRY ? NO_COUNTRY : null);
    }

    /** The line with the field's value replaced, if it has one. */
    LineContent replace(LineContent line, UnaryOperator<String> change) {
        String value = in(line);
        return value == null ? line : with(line, change.apply(value));
    }

    private @Nullable String in(LineContent line) {
        return switch (this) {
            case CUSTOMER_ID ->
                line.customerId() == null ? null : line.customerId().value();
            case DESCRIPTION -> line.description();
            case COUNTRY -> line.country();
            case STORE_ID -> line.storeId() == null ? null : line.storeId().value();
        };
    }

    private LineContent with(LineContent line, @Nullable String value) {
        return new LineContent(
                line.invoiceNo(),
                line.stockCode(),
                this == DESCRIPTION ? value : line.description(),
                line.quantity(),
                line.invoiceDate(),
                line.unitPrice(),
                this == CUSTOMER_ID ? (value == null ? null : new CustomerId(value)) : line.customerId(),
                this == COUNTRY ? requireNonNull(value) : line.country(),
                this == STORE_ID ? (value == null ? null : new StoreId(value)) : line.storeId());
    }
}
