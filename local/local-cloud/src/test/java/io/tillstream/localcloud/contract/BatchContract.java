package io.tillstream.localcloud.contract;

import static io.tillstream.localcloud.contract.Attributes.item;
import static io.tillstream.localcloud.contract.Attributes.key;
import static io.tillstream.localcloud.contract.Attributes.n;
import static io.tillstream.localcloud.contract.Attributes.s;
import static io.tillstream.localcloud.contract.TableForEachCase.assertInvalid;
import static io.tillstream.localcloud.contract.TableForEachCase.put;
import static io.tillstream.localcloud.contract.TableForEachCase.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Many items in a call. */
interface BatchContract extends TableForEachCase {

    @Test
    default void writesABatchAndQueriesItInOrder() {
        try (DynamoDbClient db = dynamoDb()) {
            var written = db.batchWriteItem(batch -> batch.requestItems(Map.of(TABLE, puts(25))));
            assertThat(written.unprocessedItems()).isEmpty();
            var pages = db.queryPaginator(query -> query.tableName(TABLE)
                    .keyConditionExpression("p = :p")
                    .expressionAttributeValues(Map.of(":p", s("7")))
                    .consistentRead(true)
                    .limit(10));
            assertThat(pages.items())
                    .extracting(item -> Attributes.text(item, "s"))
                    .hasSize(25)
                    .isSorted();
        }
    }

    @Test
    default void putsAndDeletesInOneBatch() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("1", "old", Map.of()));

            db.batchWriteItem(batch -> batch.requestItems(
                    Map.of(TABLE, List.of(delete("1", "old"), delete("1", "none"), putOf("1", "new")))));

            assertThat(stored(db, "1", "old")).isEmpty();
            assertThat(stored(db, "1", "new")).isNotEmpty();
        }
    }

    @SuppressWarnings("unchecked") // The SDK takes generic varargs.
    @Test
    default void getsWhatIsThereOfABatch() {
        try (DynamoDbClient db = dynamoDb()) {
            db.batchWriteItem(batch -> batch.requestItems(Map.of(TABLE, puts(25))));

            var found = db.batchGetItem(batch -> batch.requestItems(Map.of(
                    TABLE,
                    KeysAndAttributes.builder()
                            .keys(key("7", "line#100"), key("7", "line#124"), key("7", "none"))
                            .projectionExpression("s")
                            .consistentRead(true)
                            .build())));

            assertThat(found.responses().get(TABLE))
                    .containsExactlyInAnyOrder(Map.of("s", s("line#100")), Map.of("s", s("line#124")));
            assertThat(found.unprocessedKeys()).isEmpty();
        }
    }

    @Test
    default void refusesBatchesThatNameAnItemTwiceOrTooMany() {
        try (DynamoDbClient db = dynamoDb()) {
            assertInvalid(
                    () -> db.batchWriteItem(batch ->
                            batch.requestItems(Map.of(TABLE, List.of(putOf("1", "a"), delete("1", "a"))))),
                    "Provided list of item keys contains duplicates");
            assertInvalid(
                    () -> db.batchGetItem(batch ->
                            batch.requestItems(Map.of(TABLE, keys(Collections.nCopies(2, key("1", "a")))))),
                    "Provided list of item keys contains duplicates");
            assertInvalid(() -> db.batchWriteItem(batch -> batch.requestItems(Map.of(TABLE, puts(26)))), "");
            List<Map<String, AttributeValue>> tooMany =
                    IntStream.range(0, 101).mapToObj(i -> key("1", "s" + i)).toList();
            assertInvalid(() -> db.batchGetItem(batch -> batch.requestItems(Map.of(TABLE, keys(tooMany)))), "");
            assertThat(stored(db, "1", "a")).isEmpty();
        }
    }

    @Test
    default void refusesABatchAsAWholeForOneItemThatIsNone() {
        try (DynamoDbClient db = dynamoDb()) {
            WriteRequest withoutKey = WriteRequest.builder()
                    .putRequest(put -> put.item(Map.of("p", s("1"))))
                    .build();

            assertInvalid(
                    () -> db.batchWriteItem(batch ->
                            batch.requestItems(Map.of(TABLE, List.of(putOf("1", "a"), withoutKey)))),
                    "The provided key element does not match the schema");

            assertThat(stored(db, "1", "a")).isEmpty();
        }
    }

    private static KeysAndAttributes keys(List<Map<String, AttributeValue>> keys) {
        return KeysAndAttributes.builder().keys(keys).build();
    }

    private static WriteRequest putOf(String partition, String sort) {
        return WriteRequest.builder()
                .putRequest(put -> put.item(item(partition, sort, "q", n("1"))))
                .build();
    }

    private static WriteRequest delete(String partition, String sort) {
        return WriteRequest.builder()
                .deleteRequest(delete -> delete.key(key(partition, sort)))
                .build();
    }

    private static List<WriteRequest> puts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> putOf("7", "line#" + (100 + i)))
                .toList();
    }
}
