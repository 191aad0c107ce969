package io.tillstream.ingest.rules;

import io.tillstream.model.RowContent;
import io.tillstream.model.feed.HideableText;
import io.tillstream.model.feed.TransactionFeed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A field that a rule may mask or hash: one that neither identifies a line nor adds up in the books. */
record HideableField(String label, HideableText text) {

    private static final Map<String, HideableText> ALL = new TransactionFeed().hideable();
    private static final List<String> IDENTITY = List.of("InvoiceNo", "StockCode", "LineId");
    private static final List<String> BOOKS = List.of("Quantity", "InvoiceDate", "UnitPrice");

    /** The field of this name, in any case. */
    static Optional<HideableField> named(String name) {
        return ALL.entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(field -> new HideableField(field.getKey(), field.getValue()))
                .findFirst();
    }

    /** Why a rule cannot hide what has this name. */
    static String whyNot(String name) {
        String fit = String.join(", ", ALL.keySet());
        if (IDENTITY.stream().anyMatch(name::equalsIgnoreCase)) {
            return name + " is part of what identifies a line; only " + fit + " can be masked or hashed";
        }
        if (BOOKS.stream().anyMatch(name::equalsIgnoreCase)) {
            return name + " is part of the sums; only " + fit + " can be masked or hashed";
        }
        return "there is no field \"" + name + "\"; " + fit + " can be masked or hashed";
    }

    /** The content without the field, or with a placeholder where the field is required. */
    RowContent mask(RowContent content) {
        return text.with(content, null);
    }

    /** The content with the field's value replaced, if it has one. */
    RowContent replace(RowContent content, UnaryOperator<String> change) {
        String value = text.in(content);
        return value == null ? content : text.with(content, change.apply(value));
    }
}
