package io.tillstream.localcloud.dynamodb.operations;

import java.util.List;
import java.util.Map;

/** The operations on the account. */
public final class AccountOperations {

    private static final int ACCOUNT_UNITS = 80_000;
    private static final int TABLE_UNITS = 40_000;
    private static final int DAY_MINUTES = 1440;

    public Map<String, DynamoDbOperation> all() {
        return Map.of(
                "DescribeLimits",
                request -> Map.of(
                        "AccountMaxReadCapacityUnits", ACCOUNT_UNITS,
                        "AccountMaxWriteCapacityUnits", ACCOUNT_UNITS,
                        "TableMaxReadCapacityUnits", TABLE_UNITS,
                        "TableMaxWriteCapacityUnits", TABLE_UNITS),
                "DescribeEndpoints",
                request -> Map.of(
                        "Endpoints", List.of(Map.of("Address", "localhost", "CachePeriodInMinutes", DAY_MINUTES))));
    }
}
