package io.tillstream.localcloud.dynamodb.tables;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What can be changed of a table without touching its items.
 *
 * @param onDemandSince since when it is billed by request; null if it is provisioned
 * @param onDemandThroughput the structure {@code OnDemandThroughput} as it was sent
 * @param changeStream where changes of its items are told; null if they are not
 */
public record TableSettings(
        @Nullable Instant onDemandSince,
        Throughput throughput,
        @Nullable Instant throughputIncreased,
        @Nullable Instant throughputDecreased,
        boolean deletionProtected,
        @Nullable String tableClass,
        boolean encrypted,
        @Nullable JsonNode onDemandThroughput,
        @Nullable ChangeStream changeStream) {

    public TableSettings {
        // As JSON, a node that is missing is read back as one that says null.
        onDemandThroughput = onDemandThroughput == null || onDemandThroughput.isNull() ? null : onDemandThroughput;
    }

    public boolean onDemand() {
        return onDemandSince != null;
    }
}
