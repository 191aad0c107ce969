package io.tillstream.model.codec;

import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON value as a row. What is not an object, or has very many fields, becomes a row that validation
 * rejects. Numbers stay as they were written.
 */
final class JsonRow {

    static final JsonFactory FACTORY = JsonFactory.builder()
            // JSON is UTF-8 (RFC 8259); a guess at other encodings would fail as if the stream had.
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNameLength(1_000)
                    // Many times what a field may hold, and little enough for very many readers at a time.
                    .maxStringLength(65_536)
                    .build())
            .build();

    private static final int MAX_FIELDS = 64;

    private JsonRow() {}

    /** The row whose first token is the current one; its last token is the current one afterwards. */
    static RawRow read(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return RawRow.unreadable(new FieldError(
                    "", FieldError.NOT_AN_OBJECT, "the row is not a JSON object; send an object of named fields"));
        }
        List<String> names = new ArrayList<>();
        List<RawValue> values = new ArrayList<>();
        int fields = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (++fields <= MAX_FIELDS) {
                names.add(name);
                values.add(value(json));
            }
            json.skipChildren();
        }
        return fields <= MAX_FIELDS ? RawRow.of(names, values) : tooManyFields(fields);
    }

    /** What is wrong, without quoting the JSON. */
    static String reasonOf(JacksonException fault) {
        if (fault instanceof UnexpectedEndOfInputException) {
            return "the JSON ends too early";
        }
        return fault instanceof StreamConstraintsException
                ? "a name, a value or the nesting is too long"
                : "the JSON is not well-formed";
    }

    private static RawRow tooManyFields(int fields) {
        return RawRow.unreadable(new FieldError(
                "", FieldError.TOO_MANY_FIELDS, "the row has " + fields + " fields; send only those of a row"));
    }

    private static RawValue value(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> new RawValue.Text(json.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new RawValue.Numeral(json.getString());
            case VALUE_TRUE -> RawValue.Other.TRUE;
            case VALUE_FALSE -> RawValue.Other.FALSE;
            case VALUE_NULL -> RawValue.Other.NULL;
            default -> RawValue.Other.NESTED;
        };
    }
}
