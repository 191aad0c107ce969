package io.tillstream.model.row;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the value of a field looks like in JSON, as far as a schema can say it; validation is stricter.
 *
 * @param types the usual one first; a field that may be left out may be null too
 * @param maxLength of a text, if it has a bound
 * @param pattern a regular expression that every text of it keeps, if there is one
 * @param values the only texts there are, or none when there are others
 * @param description what it means; empty when its name says it
 */
public record FieldShape(
        List<JsonType> types,
        @Nullable Integer maxLength,
        @Nullable String pattern,
        List<String> values,
        String description) {

    /** Types of scalars. */
    public enum JsonType {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN;

        /** As a schema names it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public FieldShape {
        types = List.copyOf(types);
        values = List.copyOf(values);
    }

    /** Values of these types. */
    public static FieldShape of(JsonType... types) {
        return new FieldShape(List.of(types), null, null, List.of(), "");
    }

    /** A text, or a whole number that is read as one. */
    public static FieldShape text(int maxLength) {
        return of(JsonType.STRING, JsonType.INTEGER).upTo(maxLength);
    }

    public FieldShape upTo(int length) {
        return new FieldShape(types, length, pattern, values, description);
    }

    public FieldShape matching(String regularExpression) {
        return new FieldShape(types, maxLength, regularExpression, values, description);
    }

    public FieldShape oneOf(List<String> texts) {
        return new FieldShape(types, maxLength, pattern, texts, description);
    }

    public FieldShape saying(String text) {
        return new FieldShape(types, maxLength, pattern, values, text);
    }
}
