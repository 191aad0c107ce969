package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.IndexDefinition;
import io.tillstream.localcloud.dynamodb.tables.KeySchema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The attributes that are defined are those that keys are made of, no less and no more. */
final class SchemaRules {

    private SchemaRules() {}

    static void requireDefined(Map<String, String> types, KeySchema keys) {
        if (!types.keySet().containsAll(keys.names())) {
            throw DynamoDbErrors.invalid(
                    "Some index key attributes are not defined in AttributeDefinitions. Keys: %s, AttributeDefinitions: %s"
                            .formatted(keys.names(), types.keySet()));
        }
    }

    static void requireUsed(Map<String, String> types, KeySchema keys, List<IndexDefinition> indexes) {
        Set<String> used = new LinkedHashSet<>(keys.names());
        indexes.forEach(index -> used.addAll(index.keys().names()));
        if (used.containsAll(types.keySet())) {
            return;
        }
        throw DynamoDbErrors.invalid(
                indexes.isEmpty()
                        ? "Number of attributes in KeySchema does not exactly match number of attributes defined in"
                                + " AttributeDefinitions"
                        : "Some AttributeDefinitions are not used. AttributeDefinitions: %s, keys used: %s"
                                .formatted(types.keySet(), used));
    }
}
