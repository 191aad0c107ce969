package io.tillstream.model.codec;

import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Reads the one JSON object that a line is, and says of bytes that are none what is wrong with them. */
final class LineJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    private LineJson() {}

    static Decoded read(byte[] bytes, int offset, int length, LineProperties properties) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            String failure = failure(json, properties);
            return failure == null ? properties.line() : new Decoded.Undecodable(failure);
        } catch (JacksonException e) {
            return new Decoded.Undecodable("not well-formed JSON, or a number out of range");
        } catch (DateTimeException e) {
            return new Decoded.Undecodable("a malformed date or time");
        } catch (IllegalArgumentException e) {
            return new Decoded.Undecodable(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String failure(JsonParser json, LineProperties properties) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return "not a JSON object";
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                properties.take(name, json);
            }
        }
        return json.nextToken() == null ? null : "more than one JSON value";
    }

    /** The text at which the parser stands. */
    static String text(String name, JsonParser json) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException(name + " is not text");
        }
        return json.getString();
    }

    /** The parser, which stands at a number. */
    static JsonParser number(String name, JsonParser json) {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw new IllegalArgumentException(name + " is not a number");
        }
        return json;
    }

    static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
