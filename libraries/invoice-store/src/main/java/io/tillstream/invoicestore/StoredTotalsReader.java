package io.tillstream.invoicestore;

import io.tillstream.model.InvoiceNumber;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the stored totals of large invoices. */
final class StoredTotalsReader {

    /** Of which one at least is more than begun, in all likelihood. */
    private static final int SOME = 10;

    private final String table;
    private final DynamoDbClient client;

    StoredTotalsReader(InvoiceTables tables) {
        this.table = tables.purchases().tableName();
        this.client = tables.dynamoDb();
    }

    /** What is kept of an invoice; nothing when it has only been begun. */
    Optional<StoredTotals> of(ShopInvoice invoice) {
        Map<String, AttributeValue> item = client.getItem(
                        get -> get.tableName(table).key(StoredTotalsItems.keyOf(invoice)))
                .item();
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(StoredTotalsItems.keptOf(invoice.invoiceNo(), item))
                        .filter(StoredTotals::hasTotals);
    }

    /** What is kept of any invoice of a number. */
    Optional<StoredTotals> anyOf(InvoiceNumber invoiceNo) {
        return client
                .query(query -> query.tableName(table)
                        .keyConditionExpression(LineItems.CUSTOMER_ID + " = :of")
                        .expressionAttributeValues(Map.of(":of", StoredTotalsItems.partitionOf(invoiceNo)))
                        .limit(SOME))
                .items()
                .stream()
                .map(item -> StoredTotalsItems.keptOf(invoiceNo, item))
                .filter(StoredTotals::hasTotals)
                .findFirst();
    }
}
