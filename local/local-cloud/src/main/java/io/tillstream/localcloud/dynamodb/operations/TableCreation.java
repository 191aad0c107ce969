package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.IndexDefinition;
import io.tillstream.localcloud.dynamodb.tables.KeySchema;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.TableSettings;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.value.KeyAttribute;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads a CreateTable request and makes the table's definition of it. */
final class TableCreation {

    private static final int MAX_LOCAL_INDEXES = 5;
    private static final int MAX_GLOBAL_INDEXES = 20;
    private static final int MAX_LOCAL_PARTS = 2;

    private final Tables tables;

    TableCreation(Tables tables) {
        this.tables = tables;
    }

    TableDefinition read(AwsRequest request) {
        String name = checkMembers(request);
        Instant now = tables.now().truncatedTo(ChronoUnit.MILLIS);
        TableSettings settings = SettingsReader.ofNewTable(request, now, tables::newSpace);
        Map<String, String> types = SchemaReader.attributes(request);
        KeySchema keys = SchemaReader.keys(request, types);
        checkKeys(keys, types);
        List<IndexDefinition> indexes = new ArrayList<>();
        indexes.addAll(indexes(request, "LocalSecondaryIndexes", false, types));
        indexes.addAll(indexes(request, "GlobalSecondaryIndexes", true, types));
        checkIndexes(keys, indexes);
        SchemaRules.requireUsed(types, keys, indexes);
        SettingsReader.checkThroughput(settings, indexes);
        Map<String, String> tags = TagReader.tags(request);
        return new TableDefinition(
                name,
                UUID.randomUUID().toString(),
                now,
                tables.newSpace(),
                types,
                keys,
                indexes,
                settings,
                null,
                tags,
                tables.settling(),
                false,
                false);
    }

    private static String checkMembers(AwsRequest request) {
        MemberChecks checks = new MemberChecks(request);
        String name = checks.requiredTableName();
        checks.done();
        checks.oneOf("BillingMode", "PROVISIONED", "PAY_PER_REQUEST");
        checks.oneOf("TableClass", "STANDARD", "STANDARD_INFREQUENT_ACCESS");
        checks.required("AttributeDefinitions");
        SchemaReader.checkAttributes(request, checks);
        SchemaReader.checkKeys(request, "", 2, checks);
        SchemaReader.checkThroughput(request, "", checks);
        StreamSpecificationReader.check(request, checks);
        IndexReader.check(request, "GlobalSecondaryIndexes", 2 * SchemaReader.MAX_PARTS, checks);
        IndexReader.check(request, "LocalSecondaryIndexes", MAX_LOCAL_PARTS, checks);
        checks.done();
        return name;
    }

    private static void checkKeys(KeySchema keys, Map<String, String> types) {
        boolean same = keys.names().stream().distinct().count() < keys.size();
        if (same) {
            throw AwsError.validation("Invalid KeySchema: Some index key attribute have no definition");
        }
        if (keys.hash().size() > 1) {
            throw AwsError.validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        }
        SchemaRules.requireDefined(types, keys);
    }

    private List<IndexDefinition> indexes(
            AwsRequest request, String member, boolean global, Map<String, String> types) {
        List<AwsRequest> wanted = request.structures(member);
        if (request.has(member) && wanted.isEmpty()) {
            throw DynamoDbErrors.invalid("List of %s is empty".formatted(member));
        }
        return wanted.stream()
                .map(index -> IndexReader.read(index, global, types, tables.newSpace(), true))
                .peek(index -> SchemaRules.requireDefined(types, index.keys()))
                .toList();
    }

    private static void checkIndexes(KeySchema tableKeys, List<IndexDefinition> indexes) {
        if (indexes.stream().filter(index -> !index.global()).count() > MAX_LOCAL_INDEXES) {
            throw DynamoDbErrors.invalid("Number of LocalSecondaryIndexes exceeds per-table limit of 5");
        }
        if (indexes.stream().filter(IndexDefinition::global).count() > MAX_GLOBAL_INDEXES) {
            throw DynamoDbErrors.invalid("GlobalSecondaryIndex count exceeds the per-table limit of 20");
        }
        List<String> names = new ArrayList<>();
        for (IndexDefinition index : indexes) {
            if (!index.global()) {
                checkLocal(tableKeys, index);
            }
            if (names.contains(index.name())) {
                throw DynamoDbErrors.invalid("Duplicate index name: " + index.name());
            }
            names.add(index.name());
        }
    }

    private static void checkLocal(KeySchema tableKeys, IndexDefinition index) {
        if (tableKeys.range().isEmpty()) {
            throw DynamoDbErrors.invalid("Table KeySchema does not have a range key, which is required when specifying"
                    + " a LocalSecondaryIndex");
        }
        if (index.keys().range().isEmpty()) {
            throw DynamoDbErrors.invalid("Index KeySchema does not have a range key for index: " + index.name());
        }
        KeyAttribute tableHash = tableKeys.hash().getFirst();
        KeyAttribute indexHash = index.keys().hash().getFirst();
        if (!tableHash.equals(indexHash)) {
            throw DynamoDbErrors.invalid(("Index KeySchema does not have the same leading hash key as table KeySchema"
                            + " for index: %s. index hash key: %s, table hash key: %s")
                    .formatted(index.name(), indexHash.name(), tableHash.name()));
        }
    }
}
