package io.tillstream.invoicestore;

import io.tillstream.model.layout.Names;
import io.tillstream.storecalls.MissingTable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The two tables of the look-ups: their names and their keys. */
public final class InvoiceTables {

    private final DynamoDbClient dynamoDb;
    private final DynamoDbEnhancedClient client;
    private final String invoices;
    private final String customers;

    public InvoiceTables(DynamoDbClient dynamoDb, String invoices, String customers) {
        this.dynamoDb = dynamoDb;
        this.client = DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb).build();
        this.invoices = invoices;
        this.customers = customers;
    }

    /** The tables under their usual names. */
    public InvoiceTables(DynamoDbClient dynamoDb) {
        this(dynamoDb, Names.INVOICES_TABLE, Names.CUSTOMERS_TABLE);
    }

    /** Creates what is missing, billed on demand, and returns when both can be used. */
    public void createMissing() {
        MissingTable.create(dynamoDb, lines());
        MissingTable.create(dynamoDb, purchases());
    }

    DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    DynamoDbEnhancedClient client() {
        return client;
    }

    DynamoDbTable<StoredLine> lines() {
        return client.table(invoices, LineItems.SCHEMA);
    }

    DynamoDbTable<Purchase> purchases() {
        return client.table(customers, PurchaseItems.SCHEMA);
    }
}
