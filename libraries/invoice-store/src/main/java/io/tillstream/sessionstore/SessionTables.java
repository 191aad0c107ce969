package io.tillstream.sessionstore;

import static software.amazon.awssdk.enhanced.dynamodb.AttributeValueType.S;

import io.tillstream.model.layout.Names;
import io.tillstream.storecalls.MissingTable;
import software.amazon.awssdk.enhanced.dynamodb.DefaultAttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table of sessions: its name, its keys, and its index, in which the summaries lie by user and time. */
public final class SessionTables {

    static final String BY_USER = "byUser";

    private static final TableSchema<EnhancedDocument> SCHEMA = TableSchema.documentSchemaBuilder()
            .addIndexPartitionKey(TableMetadata.primaryIndexName(), SessionKeys.SESSION, S)
            .addIndexSortKey(TableMetadata.primaryIndexName(), SessionKeys.PLACE, S)
            .addIndexPartitionKey(BY_USER, SummaryItems.USER_ID, S)
            .addIndexSortKey(BY_USER, SummaryItems.STARTED, S)
            .attributeConverterProviders(DefaultAttributeConverterProvider.create())
            .build();

    private final DynamoDbClient dynamoDb;
    private final DynamoDbTable<EnhancedDocument> table;

    public SessionTables(DynamoDbClient dynamoDb, String sessions) {
        this.dynamoDb = dynamoDb;
        this.table = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(dynamoDb)
                .build()
                .table(sessions, SCHEMA);
    }

    /** The table under its usual name. */
    public SessionTables(DynamoDbClient dynamoDb) {
        this(dynamoDb, Names.SESSIONS_TABLE);
    }

    /** Creates the table if it is missing, and returns when it can be used. */
    public void createMissing() {
        MissingTable.create(dynamoDb, table);
    }

    DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    DynamoDbTable<EnhancedDocument> table() {
        return table;
    }

    String name() {
        return table.tableName();
    }
}
