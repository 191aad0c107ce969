package io.tillstream.localcloud.dynamodb.value;

import io.tillstream.localcloud.dynamodb.value.Value.Binary;
import io.tillstream.localcloud.dynamodb.value.Value.BinarySet;
import io.tillstream.localcloud.dynamodb.value.Value.Bool;
import io.tillstream.localcloud.dynamodb.value.Value.ListValue;
import io.tillstream.localcloud.dynamodb.value.Value.MapValue;
import io.tillstream.localcloud.dynamodb.value.Value.Null;
import io.tillstream.localcloud.dynamodb.value.Value.Num;
import io.tillstream.localcloud.dynamodb.value.Value.NumSet;
import io.tillstream.localcloud.dynamodb.value.Value.Text;
import io.tillstream.localcloud.dynamodb.value.Value.TextSet;
import io.tillstream.localcloud.protocol.AwsError;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads values from JSON and refuses what the service refuses. */
final class ValueReader {

    private static final Value TRUE = new Bool(true);
    private static final Value FALSE = new Bool(false);
    private static final Value NULL = new Null();

    private final ValueMessages messages;
    private boolean sawEmptyName;

    ValueReader(ValueMessages messages) {
        this.messages = messages;
    }

    /** An item's attributes. Its own names are looked at before its values, those inside maps after them. */
    Map<String, Value> attributes(JsonNode node) {
        if (node.has("")) {
            throw AwsError.validation("Empty attribute name");
        }
        return complete(members(node, 1));
    }

    Value single(JsonNode node) {
        return complete(value(node, 1));
    }

    private <T> T complete(T read) {
        if (sawEmptyName) {
            throw AwsError.validation("Empty attribute name");
        }
        return read;
    }

    private Map<String, Value> members(JsonNode node, int level) {
        JsonTypes.requireObject(node);
        Map<String, Value> values = LinkedHashMap.newLinkedHashMap(node.size());
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            sawEmptyName |= entry.getKey().isEmpty();
            values.put(entry.getKey(), value(entry.getValue(), level));
        }
        return values;
    }

    private Value value(JsonNode node, int level) {
        JsonTypes.requireObject(node);
        if (level > ValueDepth.MAX_LEVELS) {
            throw ValueDepth.tooDeep();
        }
        Value found = null;
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            Value value = entry.getValue().isNull() ? null : typed(entry.getKey(), entry.getValue(), level);
            if (value != null && found != null) {
                throw AwsError.validation(
                        "Supplied AttributeValue has more than one datatypes set, must contain exactly"
                                + " one of the supported datatypes");
            }
            found = value == null ? found : value;
        }
        if (found == null) {
            throw AwsError.validation(
                    "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        }
        return found;
    }

    private @Nullable Value typed(String type, JsonNode content, int level) {
        return switch (type) {
            case "S" -> new Text(JsonTypes.text(content));
            case "N" -> new Num(number(content));
            case "B" -> new Binary(JsonTypes.bytes(content));
            case "BOOL" -> JsonTypes.flag(content) ? TRUE : FALSE;
            case "NULL" -> nothing(content);
            case "M" -> new MapValue(members(content, level + 1));
            case "L" -> new ListValue(elements(content, element -> value(element, level + 1)));
            case "SS" -> texts(content);
            case "NS" -> numbers(content);
            case "BS" -> binaries(content);
            default -> null;
        };
    }

    private BigDecimal number(JsonNode content) {
        return NumberText.parse(JsonTypes.text(content), messages);
    }

    private static Value nothing(JsonNode content) {
        if (!JsonTypes.flag(content)) {
            throw ValueMessages.invalid("Null attribute value types must have the value of true");
        }
        return NULL;
    }

    private Value texts(JsonNode content) {
        List<String> sent = elements(content, JsonTypes::text);
        if (sent.isEmpty()) {
            throw ValueMessages.invalid("An string set  may not be empty");
        }
        Set<String> members = new LinkedHashSet<>(sent);
        if (members.size() < sent.size()) {
            throw messages.duplicateTexts(sent);
        }
        return new TextSet(members);
    }

    private Value numbers(JsonNode content) {
        List<BigDecimal> sent = elements(content, this::number);
        if (sent.isEmpty()) {
            throw ValueMessages.invalid("An number set  may not be empty");
        }
        Set<BigDecimal> members = new LinkedHashSet<>(sent);
        if (members.size() < sent.size()) {
            throw messages.duplicateNumbers();
        }
        return new NumSet(members);
    }

    private Value binaries(JsonNode content) {
        List<ByteBuffer> sent = elements(content, JsonTypes::bytes);
        if (sent.isEmpty()) {
            throw ValueMessages.invalid("Binary sets should not be empty");
        }
        Set<ByteBuffer> members = new LinkedHashSet<>(sent);
        if (members.size() < sent.size()) {
            throw messages.duplicateBinaries(sent);
        }
        return new BinarySet(members);
    }

    private static <T> List<T> elements(JsonNode content, Function<JsonNode, T> conversion) {
        JsonTypes.requireArray(content);
        List<T> elements = new ArrayList<>(content.size());
        for (JsonNode element : content.values()) {
            elements.add(conversion.apply(element));
        }
        return elements;
    }
}
