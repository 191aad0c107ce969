package io.tillstream.model.codec;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Derived fields as a JSON object of scalars. */
final class AttributesJson {

    static final String NAME = "attributes";

    private static final byte[] PROPERTY = JsonBytes.name(NAME);

    private AttributesJson() {}

    static void write(JsonBytes json, Attributes attributes) {
        json.open(PROPERTY);
        attributes.values().forEach((name, value) -> write(json, JsonBytes.name(name), value));
        json.close();
    }

    private static void write(JsonBytes json, byte[] name, AttributeValue value) {
        if (value instanceof AttributeValue.Text text) {
            json.property(name, text.value());
        } else if (value instanceof AttributeValue.Numeral number) {
            json.property(name, number.value());
        } else if (value instanceof AttributeValue.Flag flag) {
            json.property(name, flag.value());
        }
    }

    /** Reads the object that begins at the current token. */
    static Attributes read(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException(NAME + " is not an object");
        }
        Map<String, AttributeValue> values = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            values.put(name, value(json));
        }
        return new Attributes(values);
    }

    private static AttributeValue value(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> new AttributeValue.Text(json.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new AttributeValue.Numeral(json.getDecimalValue());
            case VALUE_TRUE -> new AttributeValue.Flag(true);
            case VALUE_FALSE -> new AttributeValue.Flag(false);
            default -> throw new IllegalArgumentException(NAME + " holds more than texts, numbers, true and false");
        };
    }
}
