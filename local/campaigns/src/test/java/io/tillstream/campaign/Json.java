package io.tillstream.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows as JSON: the way callers send them, and the way they travel in the stream. */
final class Json {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** Numbers are kept exact. */
    static JsonNode read(String text) {
        return JSON.readTree(text);
    }

    static byte[] requests(List<Row> rows, boolean withIdentity) {
        ArrayNode all = JSON.createArrayNode();
        rows.forEach(row -> all.add(row.request(withIdentity)));
        return JSON.writeValueAsBytes(all);
    }

    static byte[] wire(Row row) {
        return row.wire().toString().getBytes(UTF_8);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static void putIfPresent(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    static String required(JsonNode json, String name) {
        return json.required(name).asString();
    }

    static @Nullable String optional(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }
}
