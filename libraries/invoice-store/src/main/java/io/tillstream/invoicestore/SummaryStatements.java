package io.tillstream.invoicestore;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;

/**
 * Summaries as PartiQL: unlike BatchWriteItem, a batch of statements has a condition for each, and unlike a
 * transaction it costs no more than single puts, and each succeeds or fails by itself.
 */
final class SummaryStatements {

    private static final List<String> KEYS = List.of(LineItems.CUSTOMER_ID, LineItems.INVOICE_NO);

    private final DynamoDbTable<Purchase> table;
    private final List<String> attributes;

    SummaryStatements(DynamoDbTable<Purchase> table) {
        this.table = table;
        this.attributes = table.tableSchema().attributeNames().stream()
                .filter(name -> !KEYS.contains(name))
                .toList();
    }

    /** An insert fails when there is any summary, an update when there is none or another than that. */
    BatchStatementRequest of(SummaryUpdate.Replacement replacement) {
        Map<String, AttributeValue> item = table.tableSchema().itemToMap(replacement.purchase(), true);
        List<String> present = attributes.stream().filter(item::containsKey).toList();
        Stream<AttributeValue> keys = KEYS.stream().map(item::get);
        Stream<AttributeValue> others = present.stream().map(item::get);
        return replacement
                .replacedDigest()
                .map(digest -> statement(
                        update(present),
                        Stream.concat(others, Stream.concat(keys, Stream.of(AttributeValue.fromS(digest))))))
                .orElseGet(() -> statement(insert(present), Stream.concat(keys, others)));
    }

    private String insert(List<String> present) {
        return "INSERT INTO \"" + table.tableName() + "\" VALUE {"
                + Stream.concat(KEYS.stream(), present.stream())
                        .map(name -> "'" + name + "': ?")
                        .collect(Collectors.joining(", "))
                + "}";
    }

    private String update(List<String> present) {
        return "UPDATE \"" + table.tableName() + "\" "
                + attributes.stream()
                        .map(name -> present.contains(name) ? "SET \"" + name + "\" = ?" : "REMOVE \"" + name + "\"")
                        .collect(Collectors.joining(" "))
                + " WHERE "
                + Stream.concat(KEYS.stream(), Stream.of(PurchaseItems.DIGEST))
                        .map(name -> "\"" + name + "\" = ?")
                        .collect(Collectors.joining(" AND "));
    }

    private static BatchStatementRequest statement(String text, Stream<AttributeValue> parameters) {
        return BatchStatementRequest.builder()
                .statement(text)
                .parameters(parameters.toList())
                .build();
    }
}
