package io.tillstream.ingest.http;

import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes values of a JSON schema, and, one time in so many, values that break it. */
final class SchemaValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String[] ODD_TEXTS = {
        "",
        " ",
        "null",
        "NaN",
        "1e999999999",
        "-0",
        "é£漢😀",
        "\u0000",
        "\uD800",
        "\u202E",
        "' OR 1=1 --",
        "<b>&\"",
        "=cmd()",
    };
    private static final String[] ODD_NUMBERS = {
        "1e400",
        "-1e-400",
        "123456789012345678901234567890",
        "0.1000000000000000055511151231257827",
        "9223372036854775808"
    };

    private final JsonNode document;
    private final Random random;
    private final int breakEvery;

    /** Breaks nothing when {@code breakEvery} is 0. */
    SchemaValues(JsonNode document, Random random, int breakEvery) {
        this.document = document;
        this.random = random;
        this.breakEvery = breakEvery;
    }

    JsonNode valueOf(JsonNode schema) {
        if (schema.has("$ref")) {
            return valueOf(document.at(schema.path("$ref").asString().substring(1)));
        }
        if (breaks()) {
            return odd();
        }
        if (schema.has("enum")) {
            JsonNode values = schema.path("enum");
            return values.get(random.nextInt(values.size()));
        }
        JsonNode types = schema.path("type");
        String type = types.isArray() ? types.get(random.nextInt(types.size())).asString() : types.asString();
        return switch (type) {
            case "object" -> object(schema);
            case "integer" -> NODES.numberNode(random.nextInt(1, 1_000_000));
            case "number" -> NODES.numberNode(random.nextInt(1, 100_000));
            case "null" -> NODES.nullNode();
            default -> NODES.stringNode(text(schema));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        String required = schema.path("required").toString();
        for (String name : schema.path("properties").propertyNames()) {
            boolean wanted = required.contains('"' + name + '"') ? !breaks() : random.nextBoolean();
            if (wanted) {
                object.set(name, valueOf(schema.path("properties").path(name)));
            }
        }
        if (breaks()) {
            object.set(text(random.nextInt(8)), odd());
        }
        return object;
    }

    /** Text by the schema; a date or a number where its description asks for one. */
    private String text(JsonNode schema) {
        String description = schema.path("description").asString("");
        if (description.startsWith("Month/day")) {
            return random.nextInt(1, 13) + "/" + random.nextInt(1, 29) + "/2011 " + random.nextInt(24) + ":"
                    + random.nextInt(10, 60);
        }
        if (schema.path("type").toString().matches(".*(integer|number).*") && !schema.has("maxLength")) {
            return Integer.toString(random.nextInt(-1_000, 1_000));
        }
        int most = Math.min(schema.path("maxLength").asInt(20), 300);
        return text(random.nextInt(Math.max(1, schema.path("minLength").asInt(0)), most + 1));
    }

    String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            // A hyphen alone stands for no value.
            text.append("abcXYZ019_-".charAt(random.nextInt(i == 0 ? 10 : 11)));
        }
        return text.toString();
    }

    private boolean breaks() {
        return breakEvery > 0 && random.nextInt(breakEvery * 4) == 0;
    }

    private JsonNode odd() {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.stringNode(ODD_TEXTS[random.nextInt(ODD_TEXTS.length)]);
            case 1 -> new ObjectMapper().readTree(ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)]);
            case 2 -> NODES.booleanNode(random.nextBoolean());
            case 3 -> NODES.nullNode();
            case 4 -> nested(random.nextInt(40));
            case 5 -> NODES.stringNode(text(random.nextInt(3_000)));
            case 6 -> NODES.objectNode().put(text(3), 1);
            default -> NODES.arrayNode().add(random.nextLong());
        };
    }

    private static JsonNode nested(int depth) {
        JsonNode value = NODES.numberNode(1);
        for (int i = 0; i < depth; i++) {
            value = i % 2 == 0
                    ? NODES.arrayNode().add(value)
                    : NODES.objectNode().set("a", value);
        }
        return value;
    }
}
