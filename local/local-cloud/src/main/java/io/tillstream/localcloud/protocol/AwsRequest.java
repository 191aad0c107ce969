package io.tillstream.localcloud.protocol;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;

/** A request's structure, or one nested in it. A member of the wrong type is a {@code SerializationException}. */
public final class AwsRequest {

    private final JsonNode node;
    private final WireFormat format;

    AwsRequest(JsonNode node, WireFormat format) {
        if (!node.isObject()) {
            throw AwsError.serialization("Start of structure or map found where not expected");
        }
        this.node = node;
        this.format = format;
    }

    /** A request that did not come over the wire. */
    public static AwsRequest ofJson(JsonNode body) {
        return new AwsRequest(body, WireFormat.JSON);
    }

    /** The structure as it was sent. */
    public JsonNode json() {
        return node;
    }

    public boolean has(String member) {
        return node.hasNonNull(member);
    }

    public Optional<String> text(String member) {
        return read(member, JsonNode::stringValue);
    }

    public String requiredText(String member) {
        return text(member).orElseThrow(() -> AwsError.missing(member));
    }

    public OptionalInt number(String member) {
        return read(member, JsonNode::intValue).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    public int requiredNumber(String member) {
        return number(member).orElseThrow(() -> AwsError.missing(member));
    }

    public boolean flag(String member) {
        return read(member, JsonNode::booleanValue).orElse(false);
    }

    public Optional<Instant> timestamp(String member) {
        return read(member, format::instant);
    }

    public byte[] requiredBlob(String member) {
        return read(member, JsonNode::binaryValue).orElseThrow(() -> AwsError.missing(member));
    }

    public Optional<AwsRequest> structure(String member) {
        return read(member, this::nested);
    }

    public List<AwsRequest> structures(String member) {
        return list(member, this::nested);
    }

    public List<String> texts(String member) {
        return list(member, JsonNode::stringValue);
    }

    public Map<String, String> textMap(String member) {
        return structure(member)
                .map(structure -> {
                    Map<String, String> map = new LinkedHashMap<>();
                    structure.node.propertyNames().forEach(name -> map.put(name, structure.requiredText(name)));
                    return map;
                })
                .orElse(Map.of());
    }

    private AwsRequest nested(JsonNode value) {
        return new AwsRequest(value, format);
    }

    private <T> List<T> list(String member, Function<JsonNode, T> conversion) {
        return read(member, value -> {
                    if (!value.isArray()) {
                        throw AwsError.serialization("Expected a list: " + member);
                    }
                    return value.values().stream()
                            .map(element -> convert(element, member, conversion))
                            .toList();
                })
                .orElse(List.of());
    }

    private <T> Optional<T> read(String member, Function<JsonNode, T> conversion) {
        JsonNode value = node.get(member);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(convert(value, member, conversion));
    }

    private static <T> T convert(JsonNode value, String member, Function<JsonNode, T> conversion) {
        try {
            return conversion.apply(value);
        } catch (JsonNodeException e) {
            throw AwsError.serialization("Unexpected type or value: " + member);
        }
    }
}
