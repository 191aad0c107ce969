package io.tillstream.localcloud.dynamodb.value;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Items from JSON that is easy to read in a test: with apostrophes for quotation marks. */
public final class Items {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Items() {}

    public static JsonNode json(String text) {
        return MAPPER.readTree(text.replace('\'', '"'));
    }

    public static Item item(String text) {
        return ItemJson.item(json(text), ValueMessages.NEWER);
    }

    public static Value value(String text) {
        return ItemJson.value(json(text), ValueMessages.NEWER);
    }

    public static String text(Object itemOrValue) {
        return MAPPER.writeValueAsString(itemOrValue).replace('"', '\'');
    }
}
