package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.IndexDefinition;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.TableSettings;
import io.tillstream.localcloud.dynamodb.tables.Throughput;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the settings of tables: billing, throughput, protection and what is only kept to be told again. */
final class SettingsReader {

    private static final String ON_DEMAND = "PAY_PER_REQUEST";

    private SettingsReader() {}

    static TableSettings ofNewTable(AwsRequest request, Instant now, IntSupplier newSpace) {
        boolean onDemand = request.text("BillingMode").map(ON_DEMAND::equals).orElse(false);
        return new TableSettings(
                onDemand ? now : null,
                throughput(request, onDemand, Throughput.ON_DEMAND),
                null,
                null,
                request.flag("DeletionProtectionEnabled"),
                request.text("TableClass").orElse(null),
                request.structure("SSESpecification")
                        .map(encryption -> encryption.flag("Enabled"))
                        .orElse(false),
                member(request, "OnDemandThroughput"),
                StreamSpecificationReader.ofNewTable(request, now, newSpace));
    }

    static TableSettings changed(AwsRequest request, TableDefinition table, Instant now, IntSupplier newSpace) {
        TableSettings before = table.settings();
        boolean onDemand = request.text("BillingMode").map(ON_DEMAND::equals).orElse(before.onDemand());
        Throughput throughput = throughput(request, onDemand, before.throughput());
        boolean increased = throughput.readUnits() > before.throughput().readUnits()
                || throughput.writeUnits() > before.throughput().writeUnits();
        boolean decreased = throughput.readUnits() < before.throughput().readUnits()
                || throughput.writeUnits() < before.throughput().writeUnits();
        JsonNode onDemandThroughput = member(request, "OnDemandThroughput");
        return new TableSettings(
                onDemand ? (before.onDemandSince() == null ? now : before.onDemandSince()) : null,
                throughput,
                increased ? now : before.throughputIncreased(),
                decreased ? now : before.throughputDecreased(),
                request.has("DeletionProtectionEnabled")
                        ? request.flag("DeletionProtectionEnabled")
                        : before.deletionProtected(),
                request.text("TableClass").orElse(before.tableClass()),
                request.structure("SSESpecification")
                        .map(encryption -> encryption.flag("Enabled"))
                        .orElse(before.encrypted()),
                onDemandThroughput == null ? before.onDemandThroughput() : onDemandThroughput,
                StreamSpecificationReader.changed(request, table, now, newSpace));
    }

    private static Throughput throughput(AwsRequest request, boolean onDemand, Throughput before) {
        boolean given = request.has("ProvisionedThroughput");
        if (onDemand && given) {
            throw DynamoDbErrors.invalid("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when"
                    + " BillingMode is PAY_PER_REQUEST");
        }
        if (!onDemand && !given && before.equals(Throughput.ON_DEMAND)) {
            throw DynamoDbErrors.invalid(
                    "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
        }
        return onDemand || given ? SchemaReader.throughput(request) : before;
    }

    /** Provisioned tables have provisioned indexes, and the others have not. */
    static void checkThroughput(TableSettings settings, List<IndexDefinition> indexes) {
        indexes.stream().filter(IndexDefinition::global).forEach(index -> {
            boolean given = !index.throughput().equals(Throughput.ON_DEMAND);
            if (settings.onDemand() && given) {
                throw DynamoDbErrors.invalid(
                        "ProvisionedThroughput should not be specified for index: %s when".formatted(index.name())
                                + " BillingMode is PAY_PER_REQUEST");
            }
            if (!settings.onDemand() && !given) {
                throw DynamoDbErrors.invalid("ProvisionedThroughput is not specified for index: " + index.name());
            }
        });
    }

    private static @Nullable JsonNode member(AwsRequest request, String name) {
        return request.has(name) ? request.json().get(name) : null;
    }
}
