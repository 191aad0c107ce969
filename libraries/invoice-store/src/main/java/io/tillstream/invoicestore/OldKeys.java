package io.tillstream.invoicestore;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Takes lines once that lie under their key and under that of the time when keys did not tell the shop. */
final class OldKeys {

    /** BatchGetItem takes no more. */
    private static final int MAX_KEYS = 100;

    private final DynamoDbTable<StoredLine> table;
    private final DynamoDbClient client;

    OldKeys(InvoiceTables tables) {
        this.table = tables.lines();
        this.client = tables.dynamoDb();
    }

    /** The lines among these that count where they lie: one that lies in two places counts under its key of today. */
    List<PlacedLine> counting(List<PlacedLine> lines) {
        return lines.stream()
                .gather(Gatherers.windowFixed(MAX_KEYS))
                .flatMap(some -> {
                    Map<String, StoredLine> others = linesAt(some);
                    return some.stream().flatMap(line -> counting(line, others).stream());
                })
                .toList();
    }

    private static Optional<PlacedLine> counting(PlacedLine line, Map<String, StoredLine> others) {
        Optional<StoredLine> other = Optional.ofNullable(others.get(line.otherKey()))
                .filter(found -> found.line().key().equals(line.line().line().key()));
        if (line.isUnderOldKey()) {
            return other.isPresent() ? Optional.empty() : Optional.of(line);
        }
        return Optional.of(other.filter(old -> old.countsBefore(line.line()))
                .map(old -> new PlacedLine(line.key(), old))
                .orElse(line));
    }

    private Map<String, StoredLine> linesAt(List<PlacedLine> lines) {
        Map<String, StoredLine> found = new HashMap<>();
        List<Map<String, AttributeValue>> left = lines.stream()
                .filter(line -> !line.otherKey().equals(line.key()))
                .map(line -> Map.of(
                        LineItems.INVOICE_NO,
                        AttributeValue.fromS(line.line().line().invoiceNo().value()),
                        LineItems.KEY,
                        AttributeValue.fromS(line.otherKey())))
                .distinct()
                .toList();
        while (!left.isEmpty()) {
            KeysAndAttributes keys = KeysAndAttributes.builder().keys(left).build();
            BatchGetItemResponse answer = client.batchGetItem(get -> get.requestItems(Map.of(table.tableName(), keys)));
            answer.responses()
                    .getOrDefault(table.tableName(), List.of())
                    .forEach(item -> found.put(
                            requireNonNull(item.get(LineItems.KEY)).s(),
                            table.tableSchema().mapToItem(item)));
            left = Optional.ofNullable(answer.unprocessedKeys().get(table.tableName()))
                    .map(KeysAndAttributes::keys)
                    .orElse(List.of());
        }
        return found;
    }
}
