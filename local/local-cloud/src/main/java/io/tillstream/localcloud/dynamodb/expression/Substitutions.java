package io.tillstream.localcloud.dynamodb.expression;

import io.tillstream.localcloud.dynamodb.value.ItemJson;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The names and values that a request's expressions stand placeholders for, and which of them they have used. */
final class Substitutions {

    private static final Pattern KEY = Pattern.compile("[#:][0-9a-zA-Z_]+");

    private final ValueMessages messages;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Value> values = new HashMap<>();
    private final Set<String> unusedNames = new LinkedHashSet<>();
    private final Set<String> unusedValues = new LinkedHashSet<>();

    Substitutions(ValueMessages messages) {
        this.messages = messages;
    }

    void readNames(JsonNode node) {
        requireKeys("ExpressionAttributeNames", '#', node);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!entry.getValue().isString()) {
                throw AwsError.serialization("Unexpected type or value: ExpressionAttributeNames");
            }
            names.put(entry.getKey(), entry.getValue().stringValue());
            unusedNames.add(entry.getKey());
        }
    }

    void readValues(JsonNode node) {
        requireKeys("ExpressionAttributeValues", ':', node);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            values.put(entry.getKey(), value(entry.getKey(), entry.getValue()));
            unusedValues.add(entry.getKey());
        }
    }

    /** The path with its names put in. */
    DocumentPath resolve(Syntax.PathSyntax path, TokenReader reader) {
        return new DocumentPath(path.steps().stream()
                .map(step -> step.name() != null && step.name().startsWith("#")
                        ? DocumentPath.Step.name(name(step.name(), reader))
                        : step)
                .toList());
    }

    Value value(String placeholder, TokenReader reader) {
        Value value = values.get(placeholder);
        if (value == null) {
            throw reader.error(
                    "An expression attribute value used in expression is not defined; attribute value: " + placeholder);
        }
        unusedValues.remove(placeholder);
        return value;
    }

    void requireAllUsed() {
        requireNone("ExpressionAttributeNames", unusedNames);
        requireNone("ExpressionAttributeValues", unusedValues);
    }

    private String name(String placeholder, TokenReader reader) {
        String name = names.get(placeholder);
        if (name == null) {
            throw reader.error("An expression attribute name used in the document path is not defined; attribute name: "
                    + placeholder);
        }
        unusedNames.remove(placeholder);
        return name;
    }

    private void requireNone(String member, Set<String> unused) {
        if (!unused.isEmpty()) {
            throw AwsError.validation("Value provided in %s unused in expressions: keys: {%s}"
                    .formatted(member, String.join(", ", unused)));
        }
    }

    private void requireKeys(String member, char sign, JsonNode node) {
        if (!node.isObject()) {
            throw AwsError.serialization("Unexpected type or value: " + member);
        }
        if (node.isEmpty()) {
            throw AwsError.validation(member + " must not be empty");
        }
        for (String key : node.propertyNames()) {
            if (!KEY.matcher(key).matches() || key.charAt(0) != sign) {
                throw AwsError.validation(member + " contains invalid key: Syntax error; key: \"" + key + "\"");
            }
        }
    }

    /** The older layer says which of the values is at fault. */
    private Value value(String key, JsonNode node) {
        if (!messages.hasOlderWords()) {
            return ItemJson.value(node, messages);
        }
        try {
            return ItemJson.value(node, messages);
        } catch (AwsError e) {
            throw e.code().equals("ValidationException")
                    ? AwsError.validation("ExpressionAttributeValues contains invalid value: %s for key %s"
                            .formatted(e.message(), key))
                    : e;
        }
    }
}
