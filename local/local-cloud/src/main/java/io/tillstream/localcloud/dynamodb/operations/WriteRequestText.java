package io.tillstream.localcloud.dynamodb.operations;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The requests of a batch as the service shows them when it refuses their number or a table's name. */
final class WriteRequestText {

    private WriteRequestText() {}

    static String of(JsonNode items) {
        return items.properties().stream()
                .map(table -> table.getKey() + "="
                        + table.getValue().values().stream()
                                .map(WriteRequestText::request)
                                .collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String request(JsonNode sent) {
        JsonNode put = sent.path("PutRequest").path("Item");
        JsonNode key = sent.path("DeleteRequest").path("Key");
        return put.isObject()
                ? "WriteRequest(putRequest=PutRequest(item=%s), deleteRequest=null)".formatted(attributes(put))
                : "WriteRequest(putRequest=null, deleteRequest=DeleteRequest(key=%s))".formatted(attributes(key));
    }

    private static String attributes(JsonNode item) {
        return item.properties().stream()
                .map((Map.Entry<String, JsonNode> attribute) ->
                        attribute.getKey() + "=AttributeValue(" + attribute.getValue() + ")")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
