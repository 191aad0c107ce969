package io.tillstream.localcloud.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** An empty table with a key {@code p} and a sort key {@code s} for each case of a contract of DynamoDB. */
interface TableForEachCase {

    String TABLE = "contract-" + UUID.randomUUID();

    URI endpoint();

    default DynamoDbClient dynamoDb() {
        return SdkClients.at(endpoint(), DynamoDbClient.builder());
    }

    @BeforeEach
    default void createTable() {
        try (DynamoDbClient db = dynamoDb()) {
            Tables.create(db, TABLE);
        }
    }

    @AfterEach
    default void deleteTable() {
        try (DynamoDbClient db = dynamoDb()) {
            db.deleteTable(table -> table.tableName(TABLE));
            db.waiter().waitUntilTableNotExists(table -> table.tableName(TABLE));
        }
    }

    static void put(DynamoDbClient db, Map<String, AttributeValue> item) {
        db.putItem(put -> put.tableName(TABLE).item(item));
    }

    /** The item as a strongly consistent read sees it; empty when there is none. */
    static Map<String, AttributeValue> stored(DynamoDbClient db, String partition, String sort) {
        return db.getItem(get -> get.tableName(TABLE)
                        .key(Attributes.key(partition, sort))
                        .consistentRead(true))
                .item();
    }

    static void assertInvalid(ThrowingCallable call, String message) {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"))
                .withMessageContaining(message);
    }
}
