package io.tillstream.suite.campaign;

import io.tillstream.model.layout.Names;
import java.math.BigDecimal;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads every item of the look-up tables. */
final class TableReader {

    private final DynamoDbClient dynamoDb;

    TableReader(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /** What an invoice comes to for a customer. */
    record Purchase(String customerId, String invoiceNo, BigDecimal amount, long lineCount, String date, String kind) {

        Purchase {
            amount = amount.stripTrailingZeros();
        }
    }

    List<Found> lines() {
        return scan(Names.INVOICES_TABLE).stream().map(TableReader::line).toList();
    }

    List<Purchase> purchases() {
        return scan(Names.CUSTOMERS_TABLE).stream()
                .map(item -> new Purchase(
                        item.text("customerId"),
                        item.text("invoiceNo"),
                        item.number("amount"),
                        item.number("lineCount").longValueExact(),
                        item.text("date"),
                        item.text("kind")))
                .toList();
    }

    private List<Item> scan(String table) {
        return dynamoDb
                .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
                .items()
                .stream()
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
                line, item.number("lineTotal"), item.text("kind"), "item " + item.text("stockCode#lineId"), "");
    }
}
