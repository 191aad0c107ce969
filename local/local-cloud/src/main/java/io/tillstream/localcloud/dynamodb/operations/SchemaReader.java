package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.KeySchema;
import io.tillstream.localcloud.dynamodb.tables.Throughput;
import io.tillstream.localcloud.dynamodb.value.KeyAttribute;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what requests say about keys, and checks each member by itself. */
final class SchemaReader {

    static final int MAX_PARTS = 4;

    private SchemaReader() {}

    static void checkAttributes(AwsRequest request, MemberChecks checks) {
        List<AwsRequest> definitions = request.structures("AttributeDefinitions");
        for (int i = 0; i < definitions.size(); i++) {
            String path = "attributeDefinitions.%d.member.".formatted(i + 1);
            AwsRequest definition = definitions.get(i);
            checks.required(definition, "AttributeName", path);
            checks.required(definition, "AttributeType", path);
            definition
                    .text("AttributeType")
                    .ifPresent(type -> checks.valueOneOf(type, path + "attributeType", "B", "N", "S"));
        }
    }

    static void checkKeys(AwsRequest owner, String path, int maxParts, MemberChecks checks) {
        checks.required(owner, "KeySchema", path);
        List<AwsRequest> elements = owner.structures("KeySchema");
        if (owner.has("KeySchema")) {
            checks.length(shown(elements), path + "keySchema", elements.size(), 1, maxParts);
        }
        for (int i = 0; i < elements.size(); i++) {
            String element = "%skeySchema.%d.member.".formatted(path, i + 1);
            checks.required(elements.get(i), "AttributeName", element);
            checks.required(elements.get(i), "KeyType", element);
            elements.get(i)
                    .text("KeyType")
                    .ifPresent(type -> checks.valueOneOf(type, element + "keyType", "HASH", "RANGE"));
        }
    }

    private static String shown(List<AwsRequest> elements) {
        return elements.stream()
                .map(element -> "KeySchemaElement(attributeName=%s, keyType=%s)"
                        .formatted(
                                element.text("AttributeName").orElse("null"),
                                element.text("KeyType").orElse("null")))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static void checkThroughput(AwsRequest owner, String path, MemberChecks checks) {
        owner.structure("ProvisionedThroughput").ifPresent(throughput -> {
            for (String member : List.of("ReadCapacityUnits", "WriteCapacityUnits")) {
                String where = path + "provisionedThroughput.";
                checks.required(throughput, member, where);
                checks.atLeast(throughput, member, where, 1);
            }
        });
    }

    static Map<String, String> attributes(AwsRequest request) {
        Map<String, String> types = new LinkedHashMap<>();
        request.structures("AttributeDefinitions")
                .forEach(definition ->
                        types.put(definition.requiredText("AttributeName"), definition.requiredText("AttributeType")));
        return types;
    }

    /** The key whose attributes have the given types; the types of those without one are left open. */
    static KeySchema keys(AwsRequest owner, Map<String, String> types) {
        List<KeyAttribute> hash = new ArrayList<>();
        List<KeyAttribute> range = new ArrayList<>();
        for (AwsRequest element : owner.structures("KeySchema")) {
            String name = element.requiredText("AttributeName");
            boolean isHash = element.requiredText("KeyType").equals("HASH");
            if (isHash && !range.isEmpty()) {
                throw AwsError.validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
            }
            (isHash ? hash : range).add(new KeyAttribute(name, types.getOrDefault(name, "")));
        }
        if (hash.isEmpty()) {
            throw AwsError.validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        }
        return new KeySchema(List.copyOf(hash), List.copyOf(range));
    }

    static Throughput throughput(AwsRequest owner) {
        return owner.structure("ProvisionedThroughput")
                .map(throughput -> new Throughput(
                        throughput.requiredNumber("ReadCapacityUnits"),
                        throughput.requiredNumber("WriteCapacityUnits")))
                .orElse(Throughput.ON_DEMAND);
    }
}
