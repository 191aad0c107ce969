package io.tillstream.campaign;

import io.tillstream.model.layout.Names;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads every item of the look-up tables. */
final class TableReader {

    private final DynamoDbClient dynamoDb;

    TableReader(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    List<Found> lines() {
        return scan(Names.INVOICES_TABLE).stream().map(TableReader::line).toList();
    }

    Set<Purchase> purchases() {
        return scan(Names.CUSTOMERS_TABLE).stream()
                // What is kept of large invoices lies in the same table, under numbers that no customer has.
                .filter(item -> !item.text("customerId").startsWith(" "))
                .map(item -> new Purchase(
                        item.text("customerId"),
                        item.text("invoiceNo"),
                        item.number("amount"),
                        item.number("lineCount").longValueExact(),
                        item.text("date"),
                        item.text("kind")))
                .collect(Collectors.toSet());
    }

    private List<Item> scan(String table) {
        return dynamoDb.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
                .map(Item::new)
                .toList();
    }

    private static Found line(Item item) {
        Line line = new Line(
                new Line.Key(item.text("invoiceNo"), item.text("stockCode"), item.text("lineId")),
                item.textIfPresent("description"),
                item.number("quantity").longValueExact(),
                item.text("invoiceDate"),
                item.number("unitPrice"),
                item.textIfPresent("customerId"),
                item.text("country"),
                item.textIfPresent("storeId"));
        return new Found(
                line,
                Line.derived(item.number("lineTotal"), item.text("kind")),
                "item " + item.text("stockCode#lineId"),
                "");
    }
}
