package io.tillstream.suite.campaign;

import io.tillstream.model.layout.Names;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
                        item.get("customerId").s(),
                        item.get("invoiceNo").s(),
                        new BigDecimal(item.get("amount").n()),
                        Long.parseLong(item.get("lineCount").n()),
                        item.get("date").s(),
                        item.get("kind").s()))
                .toList();
    }

    private List<Map<String, AttributeValue>> scan(String table) {
        return dynamoDb.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
                .toList();
    }

    private static Found line(Map<String, AttributeValue> item) {
        Line.Key key = new Line.Key(
                item.get("invoiceNo").s(),
                item.get("stockCode").s(),
                item.get("lineId").s());
        Line line = new Line(
                key,
                textOf(item, "description"),
                Long.parseLong(item.get("quantity").n()),
                item.get("invoiceDate").s(),
                new BigDecimal(item.get("unitPrice").n()),
                textOf(item, "customerId"),
                item.get("country").s(),
                textOf(item, "storeId"));
        return new Found(
                line,
                new BigDecimal(item.get("lineTotal").n()),
                item.get("kind").s(),
                "item " + item.get("stockCode#lineId").s(),
                "");
    }

    private static @Nullable String textOf(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? null : value.s();
    }
}
