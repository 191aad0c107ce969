package io.tillstream.model.codec;

import io.tillstream.model.row.FieldError;
import io.tillstream.model.row.RawRow;
import io.tillstream.model.row.RawValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a body that is one JSON object, or an array of them, as rows, one at a time; the body is never held as a
 * whole. Numbers stay as they were written. An element that is not an object, or has very many fields, becomes a row
 * that validation rejects; the rows after it are read all the same. Safe for use by several threads.
 */
public final class JsonRows {

    private static final int MAX_FIELDS = 32;
    private static final int MAX_NESTING = 32;
    private static final int MAX_NAME_LENGTH = 1_000;
    private static final int MAX_STRING_LENGTH = 1_000_000;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final JsonFactory JSON = JsonFactory.builder()
            // JSON is UTF-8 (RFC 8259); a guess at other encodings would fail as if the stream had.
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .maxStringLength(MAX_STRING_LENGTH)
                    .build())
            .build();

    /**
     * Reads the body to its end. Rows before a fault have been handed over when it is found. What the consumer throws
     * passes through.
     *
     * @throws MalformedJson when the body is not well-formed, or neither an object nor an array
     * @throws IOException when the stream fails
     */
    public void read(InputStream body, Consumer<RawRow> rows) throws IOException, MalformedJson {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), withoutByteOrderMark(body))) {
            readAll(json, rows);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static InputStream withoutByteOrderMark(InputStream body) throws IOException {
        PushbackInputStream rest = new PushbackInputStream(body, BYTE_ORDER_MARK.length);
        byte[] start = rest.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
            rest.unread(start);
        }
        return rest;
    }

    private static void readAll(JsonParser json, Consumer<RawRow> rows) throws MalformedJson {
        try {
            readRows(json, rows);
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            throw malformed(reasonOf(e), json.currentLocation());
        }
    }

    private static void readRows(JsonParser json, Consumer<RawRow> rows) throws MalformedJson {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                rows.accept(row(json));
            }
        } else if (first == JsonToken.START_OBJECT) {
            rows.accept(row(json));
        } else {
            throw malformed("neither an object nor an array of objects", json.currentTokenLocation());
        }
        if (json.nextToken() != null) {
            throw malformed("more after the end of the rows", json.currentTokenLocation());
        }
    }

    private static RawRow row(JsonParser json) {
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

    private static RawRow tooManyFields(int fields) {
        return RawRow.unreadable(new FieldError(
                "", FieldError.TOO_MANY_FIELDS, "the row has " + fields + " fields; send only those of a row"));
    }

    private static RawValue value(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> new RawValue.Text(json.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new RawValue.Numeral(json.getString());
            case VALUE_TRUE, VALUE_FALSE -> RawValue.Other.BOOLEAN;
            case VALUE_NULL -> RawValue.Other.NULL;
            default -> RawValue.Other.NESTED;
        };
    }

    private static String reasonOf(JacksonException fault) {
        if (fault instanceof UnexpectedEndOfInputException) {
            return "the body ends too early";
        }
        return fault instanceof StreamConstraintsException
                ? "a name, a value or the nesting is too long"
                : "the body is not well-formed JSON";
    }

    private static MalformedJson malformed(String reason, TokenStreamLocation place) {
        return new MalformedJson(reason, place.getLineNr(), place.getColumnNr());
    }
}
