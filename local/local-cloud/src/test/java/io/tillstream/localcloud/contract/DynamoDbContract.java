package io.tillstream.localcloud.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What clients of DynamoDB may rely on. */
public interface DynamoDbContract {

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

    @Test
    default void readsItsOwnWritesConsistently() {
        try (DynamoDbClient db = dynamoDb()) {
            db.putItem(put -> put.tableName(TABLE).item(item("536365", "85123A")));
            var found = db.getItem(
                    get -> get.tableName(TABLE).key(key("536365", "85123A")).consistentRead(true));
            assertThat(found.item()).isEqualTo(item("536365", "85123A"));
        }
    }

    @Test
    default void conditionalPutRefusesWhatIsThereAndSaysWhatIs() {
        try (DynamoDbClient db = dynamoDb()) {
            db.putItem(put -> put.tableName(TABLE).item(item("1", "a")).conditionExpression("attribute_not_exists(p)"));
            assertThatExceptionOfType(ConditionalCheckFailedException.class)
                    .isThrownBy(() -> db.putItem(put -> put.tableName(TABLE)
                            .item(key("1", "a"))
                            .conditionExpression("attribute_not_exists(p)")
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                    .satisfies(e -> assertThat(e.item()).isEqualTo(item("1", "a")));
        }
    }

    @Test
    default void writesABatchAndQueriesItInOrder() {
        try (DynamoDbClient db = dynamoDb()) {
            var written = db.batchWriteItem(batch -> batch.requestItems(Map.of(TABLE, writes("7", 25))));
            assertThat(written.unprocessedItems()).isEmpty();
            var pages = db.queryPaginator(query -> query.tableName(TABLE)
                    .keyConditionExpression("p = :p")
                    .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("7")))
                    .consistentRead(true)
                    .limit(10));
            assertThat(pages.items())
                    .extracting(item -> Tables.text(item, "s"))
                    .hasSize(25)
                    .isSorted();
        }
    }

    @Test
    default void queriesBySortKeyPrefixAndBackwards() {
        try (DynamoDbClient db = dynamoDb()) {
            List.of("line#1", "line#2", "summary")
                    .forEach(sort -> db.putItem(put -> put.tableName(TABLE).item(item("9", sort))));
            var lines = db.query(query -> query.tableName(TABLE)
                    .keyConditionExpression("p = :p AND begins_with(s, :s)")
                    .expressionAttributeValues(
                            Map.of(":p", AttributeValue.fromS("9"), ":s", AttributeValue.fromS("line#")))
                    .scanIndexForward(false));
            assertThat(lines.items()).extracting(item -> Tables.text(item, "s")).containsExactly("line#2", "line#1");
        }
    }

    @Test
    default void allPagesTogetherHoldEveryItemOnce() {
        try (DynamoDbClient db = dynamoDb()) {
            Tables.fill(db, TABLE, "many", 3_100);
            db.putItem(put -> put.tableName(TABLE).item(item("one", "x")));
            var counts = db.scanPaginator(scan -> scan.tableName(TABLE).select(Select.COUNT));
            assertThat(counts.stream().mapToInt(ScanResponse::count).sum()).isEqualTo(3_101);
            assertThat(counts.stream().mapToInt(ScanResponse::scannedCount).sum())
                    .isEqualTo(3_101);
            var found = db.queryPaginator(query -> query.tableName(TABLE)
                    .keyConditionExpression("p = :p")
                    .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("many"))));
            assertThat(found.items())
                    .extracting(item -> Tables.text(item, "s"))
                    .hasSize(3_100)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    @Test
    default void updateAddsAndReturnsTheNewValue() {
        try (DynamoDbClient db = dynamoDb()) {
            for (int i = 0; i < 3; i++) {
                db.updateItem(update -> update.tableName(TABLE)
                        .key(key("sum", "x"))
                        .updateExpression("ADD q :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
            }
            var found =
                    db.getItem(get -> get.tableName(TABLE).key(key("sum", "x")).consistentRead(true));
            assertThat(found.item()).containsEntry("q", AttributeValue.fromN("3"));
        }
    }

    @Test
    default void transactionIsAllOrNothing() {
        try (DynamoDbClient db = dynamoDb()) {
            db.putItem(put -> put.tableName(TABLE).item(item("t", "taken")));
            assertThatExceptionOfType(TransactionCanceledException.class)
                    .isThrownBy(() -> db.transactWriteItems(
                            transaction -> transaction.transactItems(putIfAbsent("new"), putIfAbsent("taken"))))
                    .satisfies(e -> assertThat(e.cancellationReasons())
                            .extracting(reason -> reason.code())
                            .containsExactly("None", "ConditionalCheckFailed"));
            var found =
                    db.getItem(get -> get.tableName(TABLE).key(key("t", "new")).consistentRead(true));
            assertThat(found.hasItem()).isFalse();
        }
    }

    @Test
    default void missingTableIsResourceNotFound() {
        try (DynamoDbClient db = dynamoDb()) {
            assertThatExceptionOfType(ResourceNotFoundException.class)
                    .isThrownBy(() -> db.describeTable(table -> table.tableName("no-such-table")));
        }
    }

    private static TransactWriteItem putIfAbsent(String sort) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(TABLE).item(item("t", sort)).conditionExpression("attribute_not_exists(p)"))
                .build();
    }

    private static List<WriteRequest> writes(String partition, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> WriteRequest.builder()
                        .putRequest(put -> put.item(item(partition, "line#" + (100 + i))))
                        .build())
                .toList();
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("p", AttributeValue.fromS(partition), "s", AttributeValue.fromS(sort));
    }

    private static Map<String, AttributeValue> item(String partition, String sort) {
        return Map.of(
                "p", AttributeValue.fromS(partition),
                "s", AttributeValue.fromS(sort),
                "q", AttributeValue.fromN("6"));
    }
}
