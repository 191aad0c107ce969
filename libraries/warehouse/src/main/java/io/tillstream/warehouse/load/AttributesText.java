package io.tillstream.warehouse.load;

import io.tillstream.model.AttributeValue;
import io.tillstream.model.Attributes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Derived fields as the JSON of the column {@code attributes}. */
final class AttributesText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
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
}
