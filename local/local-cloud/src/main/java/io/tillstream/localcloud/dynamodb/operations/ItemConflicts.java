package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Lets a transaction seem under way on the items that a call is for, where that is asked for. */
public final class ItemConflicts {

    private static final String CODE = "TransactionConflict";
    private static final String SELECT = "SELECT";
    private static final String MESSAGE = "Transaction is ongoing for the item";

    private final EntryFaults faults;

    public ItemConflicts(EntryFaults faults) {
        this.faults = faults;
    }

    /**
     * Lets a call pass that is to meet none.
     *
     * @throws AwsError what the service answers where it does
     */
    public void requireNone(String operation, AwsRequest request) {
        switch (operation) {
            case "PutItem", "UpdateItem", "DeleteItem" -> {
                if (faults.conflicts(
                        DynamoDbOperation.target(operation),
                        request.json().path("TableName").asString(""))) {
                    throw AwsError.badRequest("TransactionConflictException", MESSAGE);
                }
            }
            case "ExecuteStatement" -> {
                if (!isSelect(request.json().path("Statement").asString(""))
                        && faults.conflicts(DynamoDbOperation.target(operation), "")) {
                    throw AwsError.badRequest("TransactionConflictException", MESSAGE);
                }
            }
            case "TransactWriteItems", "TransactGetItems" ->
                requireNone(operation, request.json().path("TransactItems").size());
            case "ExecuteTransaction" ->
                requireNone(operation, request.json().path("TransactStatements").size());
            default -> {
                // Reads and batches do not meet transactions.
            }
        }
    }

    private static boolean isSelect(String statement) {
        return statement.strip().regionMatches(true, 0, SELECT, 0, SELECT.length());
    }

    private void requireNone(String operation, int items) {
        List<Boolean> struck = IntStream.range(0, items)
                .mapToObj(item -> faults.conflicts(DynamoDbOperation.target(operation), ""))
                .toList();
        if (struck.contains(true)) {
            throw CancellationReasons.cancelled(struck.stream()
                    .map(conflict -> conflict ? Map.of("Code", CODE, "Message", MESSAGE) : Map.of("Code", "None"))
                    .toList());
        }
    }
}
