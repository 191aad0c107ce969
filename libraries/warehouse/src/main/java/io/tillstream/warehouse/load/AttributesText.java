package io.tillstream.warehouse.load;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Derived fields as the JSON of the column {@code attributes}. */
final class AttributesText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private AttributesText() {}

    static String of(Attributes attributes) {
        ObjectNode object = JSON.createObjectNode();
        attributes.values().forEach((name, value) -> {
            switch (value) {
                case AttributeValue.Text text -> object.put(name, text.value());
                case AttributeValue.Numeral number -> object.put(name, number.value());
                case AttributeValue.Flag flag -> object.put(name, flag.value());
            }
        });
        return JSON.writeValueAsString(object);
    }

    static Attributes parse(@Nullable String text) {
        if (text == null) {
            return Attributes.NONE;
        }
        Map<String, AttributeValue> values = new HashMap<>();
        JSON.readTree(text).properties().forEach(field -> values.put(field.getKey(), valueOf(field.getValue())));
        return new Attributes(values);
    }

    private static AttributeValue valueOf(JsonNode value) {
        if (value.isBoolean()) {
            return new AttributeValue.Flag(value.booleanValue());
        }
        return value.isNumber()
                ? new AttributeValue.Numeral(value.decimalValue())
                : new AttributeValue.Text(value.stringValue());
    }
}
