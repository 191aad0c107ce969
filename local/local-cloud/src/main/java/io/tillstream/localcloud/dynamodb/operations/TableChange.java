package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.IndexDefinition;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.TableSettings;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.tables.Throughput;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an UpdateTable request makes of a table's definition. */
final class TableChange {

    private static final String INDEX_UPDATES = "GlobalSecondaryIndexUpdates";

    private final Tables tables;
    private final AwsRequest request;

    TableChange(Tables tables, AwsRequest request) {
        this.tables = tables;
        this.request = request;
    }

    void checkMembers(MemberChecks checks) {
        checks.oneOf("BillingMode", "PROVISIONED", "PAY_PER_REQUEST");
        checks.oneOf("TableClass", "STANDARD", "STANDARD_INFREQUENT_ACCESS");
        SchemaReader.checkAttributes(request, checks);
        SchemaReader.checkThroughput(request, "", checks);
        StreamSpecificationReader.check(request, checks);
        List<AwsRequest> updates = request.structures(INDEX_UPDATES);
        for (int i = 0; i < updates.size(); i++) {
            String path = "globalSecondaryIndexUpdates.%d.member.create.".formatted(i + 1);
            updates.get(i)
                    .structure("Create")
                    .ifPresent(create -> IndexReader.checkOne(create, path, 2 * SchemaReader.MAX_PARTS, checks));
        }
    }

    TableDefinition apply(TableDefinition before) {
        if (!before.status(tables.now()).equals("ACTIVE")) {
            throw DynamoDbErrors.changing(before, tables.now());
        }
        requireChange(before);
        TableSettings settings = SettingsReader.changed(request, before, tables.now(), tables::newSpace);
        Map<String, String> types = new LinkedHashMap<>(before.attributes());
        // What is known keeps its type, whatever the request says.
        SchemaReader.attributes(request).forEach(types::putIfAbsent);
        List<IndexDefinition> indexes = indexes(before, types, settings);
        Set<String> used =
                indexes.stream().flatMap(index -> index.keys().names().stream()).collect(Collectors.toSet());
        types.keySet().removeIf(name -> !used.contains(name) && !before.keys().has(name));
        return before.withAttributes(types)
                .withIndexes(indexes)
                .withSettings(settings)
                .settling(tables.settling());
    }

    private void requireChange(TableDefinition before) {
        Set<String> changing = Set.of(
                "ProvisionedThroughput",
                "BillingMode",
                INDEX_UPDATES,
                "StreamSpecification",
                "SSESpecification",
                "ReplicaUpdates",
                "TableClass",
                "DeletionProtectionEnabled",
                "OnDemandThroughput",
                "WarmThroughput");
        if (changing.stream().noneMatch(request::has)) {
            throw DynamoDbErrors.invalid("At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
                    + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
        }
        boolean onDemand = request.text("BillingMode")
                .map("PAY_PER_REQUEST"::equals)
                .orElse(before.settings().onDemand());
        if (!onDemand
                && request.has("ProvisionedThroughput")
                && SchemaReader.throughput(request).equals(before.settings().throughput())) {
            Throughput same = before.settings().throughput();
            throw AwsError.validation(("The provisioned throughput for the table will not change. The requested value"
                            + " equals the current value. Current ReadCapacityUnits provisioned for the table: %d."
                            + " Requested ReadCapacityUnits: %d. Current WriteCapacityUnits provisioned for the table:"
                            + " %d. Requested WriteCapacityUnits: %d. Refer to the Amazon DynamoDB Developer Guide for"
                            + " current limits and how to request higher limits.")
                    .formatted(same.readUnits(), same.readUnits(), same.writeUnits(), same.writeUnits()));
        }
    }

    private List<IndexDefinition> indexes(TableDefinition before, Map<String, String> types, TableSettings settings) {
        List<IndexDefinition> indexes = new ArrayList<>(before.indexes());
        if (settings.onDemand()) {
            indexes.replaceAll(index -> index.withThroughput(Throughput.ON_DEMAND));
        }
        for (AwsRequest update : request.structures(INDEX_UPDATES)) {
            update.structure("Delete").ifPresent(delete -> remove(indexes, delete.requiredText("IndexName")));
            update.structure("Update").ifPresent(change -> provision(indexes, change));
            update.structure("Create").ifPresent(create -> add(indexes, create, types));
        }
        if (indexes.stream().filter(index -> !index.complete()).count() > 1) {
            throw AwsError.badRequest(
                    "LimitExceededException",
                    "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");
        }
        SettingsReader.checkThroughput(settings, indexes);
        return indexes;
    }

    private static void remove(List<IndexDefinition> indexes, String name) {
        if (!indexes.removeIf(index -> index.global() && index.name().equals(name))) {
            throw DynamoDbErrors.noResource();
        }
    }

    private static void provision(List<IndexDefinition> indexes, AwsRequest change) {
        String name = change.requiredText("IndexName");
        if (indexes.stream().noneMatch(index -> index.global() && index.name().equals(name))) {
            throw DynamoDbErrors.noResource();
        }
        indexes.replaceAll(
                index -> index.name().equals(name) ? index.withThroughput(SchemaReader.throughput(change)) : index);
    }

    private void add(List<IndexDefinition> indexes, AwsRequest create, Map<String, String> types) {
        IndexDefinition index = IndexReader.read(create, true, types, tables.newSpace(), false);
        if (indexes.stream().anyMatch(known -> known.name().equals(index.name()))) {
            throw DynamoDbErrors.invalid("Attempting to create an index which already exists: " + index.name());
        }
        // The request itself must define them, even those of the table's key.
        SchemaRules.requireDefined(SchemaReader.attributes(request), index.keys());
        indexes.add(index);
    }
}
