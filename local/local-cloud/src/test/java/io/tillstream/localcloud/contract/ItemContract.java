package io.tillstream.localcloud.contract;

import static io.tillstream.localcloud.contract.Attributes.item;
import static io.tillstream.localcloud.contract.Attributes.key;
import static io.tillstream.localcloud.contract.Attributes.list;
import static io.tillstream.localcloud.contract.Attributes.n;
import static io.tillstream.localcloud.contract.Attributes.s;
import static io.tillstream.localcloud.contract.TableForEachCase.assertInvalid;
import static io.tillstream.localcloud.contract.TableForEachCase.put;
import static io.tillstream.localcloud.contract.TableForEachCase.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Single items: put, got, deleted. */
interface ItemContract extends TableForEachCase {

    @Test
    default void readsItsOwnWritesConsistently() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("536365", "85123A", "q", n("6")));

            assertThat(stored(db, "536365", "85123A")).isEqualTo(item("536365", "85123A", "q", n("6")));
        }
    }

    @Test
    default void keepsValuesOfEveryType() {
        Map<String, AttributeValue> values = Map.ofEntries(
                Map.entry("text", s("größer")),
                Map.entry("empty", s("")),
                Map.entry("number", n("-0.000123")),
                Map.entry("bytes", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, 127}))),
                Map.entry("flag", AttributeValue.fromBool(false)),
                Map.entry("nothing", AttributeValue.fromNul(true)),
                Map.entry("map", AttributeValue.fromM(Map.of("inner", list(n("1"), s("a"))))),
                Map.entry("list", list(s("a"), n("2"), list())),
                Map.entry("texts", AttributeValue.fromSs(List.of("a", "b"))),
                Map.entry("numbers", AttributeValue.fromNs(List.of("1", "2.5"))));
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("types", "x", values));

            Map<String, AttributeValue> found = stored(db, "types", "x");
            assertThat(found).containsKeys("texts", "numbers").hasSize(12);
            assertThat(Attributes.texts(found, "texts")).containsExactlyInAnyOrder("a", "b");
            assertThat(Attributes.numbers(found, "numbers")).containsExactlyInAnyOrder("1", "2.5");
            values.forEach((name, value) -> {
                if (!value.hasSs() && !value.hasNs()) {
                    assertThat(found).containsEntry(name, value);
                }
            });
        }
    }

    @Test
    default void writesNumbersInTheirShortestForm() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("n", "x", Map.of("a", n("007.50"), "b", n("-1E2"), "c", n("0.0"))));

            assertThat(stored(db, "n", "x"))
                    .containsEntry("a", n("7.5"))
                    .containsEntry("b", n("-100"))
                    .containsEntry("c", n("0"));
        }
    }

    @Test
    default void refusesNumbersBeyondTheirRange() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("n", "x", "a", n("9".repeat(38))));
            assertInvalid(
                    () -> put(db, item("n", "x", "a", n("9".repeat(39)))),
                    "Attempting to store more than 38 significant digits in a Number");
            assertInvalid(() -> put(db, item("n", "x", "a", n("1E126"))), "Number overflow");
            assertInvalid(() -> put(db, item("n", "x", "a", n("1E-131"))), "Number underflow");
        }
    }

    @Test
    default void putReplacesTheWholeItemAndReturnsTheOldOne() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("1", "a", Map.of("q", n("1"), "r", n("2"))));

            var replaced = db.putItem(put ->
                    put.tableName(TABLE).item(item("1", "a", "q", n("3"))).returnValues(ReturnValue.ALL_OLD));

            assertThat(replaced.attributes()).isEqualTo(item("1", "a", Map.of("q", n("1"), "r", n("2"))));
            assertThat(stored(db, "1", "a")).isEqualTo(item("1", "a", "q", n("3")));
        }
    }

    @Test
    default void conditionalPutRefusesWhatIsThereAndSaysWhatIs() {
        try (DynamoDbClient db = dynamoDb()) {
            db.putItem(put -> put.tableName(TABLE)
                    .item(item("1", "a", "q", n("6")))
                    .conditionExpression("attribute_not_exists(p)"));
            assertThatExceptionOfType(ConditionalCheckFailedException.class)
                    .isThrownBy(() -> db.putItem(put -> put.tableName(TABLE)
                            .item(key("1", "a"))
                            .conditionExpression("attribute_not_exists(p)")
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                    .withMessageContaining("The conditional request failed")
                    .satisfies(e -> assertThat(e.item()).isEqualTo(item("1", "a", "q", n("6"))));
        }
    }

    @Test
    default void deleteReturnsWhatWasThereAndMindsNothingThatWasNot() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("1", "a", "q", n("6")));

            var deleted = db.deleteItem(
                    delete -> delete.tableName(TABLE).key(key("1", "a")).returnValues(ReturnValue.ALL_OLD));
            var again = db.deleteItem(
                    delete -> delete.tableName(TABLE).key(key("1", "a")).returnValues(ReturnValue.ALL_OLD));

            assertThat(deleted.attributes()).isEqualTo(item("1", "a", "q", n("6")));
            assertThat(again.hasAttributes()).isFalse();
            assertThat(stored(db, "1", "a")).isEmpty();
        }
    }

    @Test
    default void conditionalDeleteSparesWhatIsOtherwise() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("1", "a", "owner", s("ann")));

            assertThatExceptionOfType(ConditionalCheckFailedException.class)
                    .isThrownBy(() -> db.deleteItem(delete -> delete.tableName(TABLE)
                            .key(key("1", "a"))
                            .conditionExpression("#o = :ben")
                            .expressionAttributeNames(Map.of("#o", "owner"))
                            .expressionAttributeValues(Map.of(":ben", s("ben")))));

            assertThat(stored(db, "1", "a")).isNotEmpty();
        }
    }

    @Test
    default void getReturnsThePathsAskedFor() {
        try (DynamoDbClient db = dynamoDb()) {
            AttributeValue map = AttributeValue.fromM(Map.of("x", n("1"), "y", n("2")));
            put(db, item("1", "a", Map.of("map", map, "list", list(s("a"), s("b"), s("c")), "rest", s("r"))));

            var found = db.getItem(get -> get.tableName(TABLE)
                    .key(key("1", "a"))
                    .projectionExpression("#m.x, #l[2], nothing")
                    .expressionAttributeNames(Map.of("#m", "map", "#l", "list")));

            assertThat(found.item())
                    .isEqualTo(Map.of("map", AttributeValue.fromM(Map.of("x", n("1"))), "list", list(s("c"))));
        }
    }

    @Test
    default void refusesKeysThatAreNotThoseOfTheTable() {
        try (DynamoDbClient db = dynamoDb()) {
            assertInvalid(() -> put(db, Map.of("p", s("1"))), "Missing the key s in the item");
            assertInvalid(() -> put(db, Map.of("p", s("1"), "s", n("1"))), "Type mismatch for key s");
            assertInvalid(() -> put(db, key("1", "")), "empty string value. Key: s");
            assertInvalid(
                    () -> db.getItem(get -> get.tableName(TABLE).key(Map.of("p", s("1")))),
                    "The provided key element does not match the schema");
        }
    }

    @Test
    default void takesItemsOfUpTo400Kilobytes() {
        try (DynamoDbClient db = dynamoDb()) {
            // Names and values count: "p" and "1", "s" and "a", and the name "x".
            put(db, item("1", "a", "x", s("x".repeat(400 * 1024 - 5))));
            assertInvalid(
                    () -> put(db, item("1", "a", "x", s("x".repeat(400 * 1024 - 4)))),
                    "Item size has exceeded the maximum allowed size");
        }
    }

    @Test
    default void countsCapacityInKilobytes() {
        try (DynamoDbClient db = dynamoDb()) {
            var written = db.putItem(put -> put.tableName(TABLE)
                    .item(item("1", "a", "x", s("x".repeat(1_500))))
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
            var read = db.getItem(get ->
                    get.tableName(TABLE).key(key("1", "a")).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));

            assertThat(written.consumedCapacity().tableName()).isEqualTo(TABLE);
            assertThat(written.consumedCapacity().capacityUnits()).isEqualTo(2);
            assertThat(read.consumedCapacity().capacityUnits()).isEqualTo(0.5);
        }
    }

    @Test
    default void missingTableIsResourceNotFound() {
        try (DynamoDbClient db = dynamoDb()) {
            assertThatExceptionOfType(ResourceNotFoundException.class)
                    .isThrownBy(() -> db.describeTable(table -> table.tableName("no-such-table")));
            assertThatExceptionOfType(ResourceNotFoundException.class)
                    .isThrownBy(() ->
                            db.putItem(put -> put.tableName("no-such-table").item(key("1", "a"))));
        }
    }
}
