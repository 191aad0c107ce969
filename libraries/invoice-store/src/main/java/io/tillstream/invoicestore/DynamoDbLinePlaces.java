package io.tillstream.invoicestore;

import static io.tillstream.storecalls.StoreActivity.Call.COMPARE_LINES;
import static io.tillstream.storecalls.StoreActivity.Call.WRITE_LINES;

import io.tillstream.storecalls.StoreCalls;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The places of lines in the table Invoices. */
final class DynamoDbLinePlaces implements LinePlaces {

    private final DynamoDbTable<StoredLine> table;
    private final DynamoDbClient client;
    private final StoreCalls calls;

    DynamoDbLinePlaces(InvoiceTables tables, StoreCalls calls) {
        this.table = tables.lines();
        this.client = tables.dynamoDb();
        this.calls = calls;
    }

    @Override
    public Optional<Found> put(StoredLine line, Optional<StoredLine> expected) {
        PutItemRequest.Builder put = PutItemRequest.builder()
                .tableName(table.tableName())
                .item(table.tableSchema().itemToMap(line, true))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (expected.isEmpty()) {
            put.conditionExpression("attribute_not_exists(" + LineItems.INVOICE_NO + ")");
        } else if (expected.get().version().equals(LineItems.NO_VERSION)) {
            put.conditionExpression("attribute_exists(" + LineItems.INVOICE_NO + ") AND attribute_not_exists(#v)")
                    .expressionAttributeNames(Map.of("#v", LineItems.VERSION));
        } else {
            put.conditionExpression("#v = :v")
                    .expressionAttributeNames(Map.of("#v", LineItems.VERSION))
                    .expressionAttributeValues(
                            Map.of(":v", AttributeValue.fromS(expected.get().version())));
        }
        return calls.untilAnswered(WRITE_LINES, () -> put(put.build()));
    }

    /** What is stored at the places of these lines at this moment; at most a hundred of them. */
    Map<StoredLine, StoredLine> linesAt(Collection<StoredLine> lines) {
        Map<Map<String, AttributeValue>, StoredLine> keys = new HashMap<>();
        lines.forEach(line -> keys.put(keyOf(line), line));
        Map<StoredLine, StoredLine> found = new HashMap<>();
        calls.untilNothingIsLeft(List.copyOf(keys.keySet()), left -> {
            BatchGetItemResponse answer = read(left);
            answer.responses().getOrDefault(table.tableName(), List.of()).forEach(item -> {
                StoredLine line = table.tableSchema().mapToItem(item);
                StoredLine wanted = keys.get(keyOf(line));
                if (wanted != null) {
                    found.put(wanted, line);
                }
            });
            return unprocessed(answer);
        });
        return found;
    }

    private List<Map<String, AttributeValue>> unprocessed(BatchGetItemResponse answer) {
        KeysAndAttributes left = answer.unprocessedKeys().get(table.tableName());
        return left == null ? List.of() : left.keys();
    }

    private BatchGetItemResponse read(List<Map<String, AttributeValue>> keys) {
        return calls.once(
                COMPARE_LINES,
                begun -> client.batchGetItem(request -> request.requestItems(Map.of(
                        table.tableName(),
                        KeysAndAttributes.builder()
                                .keys(keys)
                                .consistentRead(true)
                                .build()))));
    }

    private Optional<Found> put(PutItemRequest put) {
        try {
            client.putItem(put);
            return Optional.empty();
        } catch (ConditionalCheckFailedException another) {
            return Optional.of(new Found(
                    another.hasItem() ? Optional.of(table.tableSchema().mapToItem(another.item())) : Optional.empty()));
        }
    }

    private static Map<String, AttributeValue> keyOf(StoredLine line) {
        return Map.of(
                LineItems.INVOICE_NO,
                AttributeValue.fromS(line.line().invoiceNo().value()),
                LineItems.KEY,
                AttributeValue.fromS(LineItems.sortKey(line.line())));
    }
}
