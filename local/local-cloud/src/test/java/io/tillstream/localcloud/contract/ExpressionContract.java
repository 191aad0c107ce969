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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Conditions and updates. */
interface ExpressionContract extends TableForEachCase {

    Map<String, AttributeValue> VALUES = Map.of(
            ":one", n("1"), ":six", n("6"), ":ten", n("10"), ":text", s("85123"), ":type", s("S"), ":vip", s("vip"));

    @Test
    default void conditionsCompareAndCombine() {
        try (DynamoDbClient db = dynamoDb()) {
            put(
                    db,
                    item(
                            "1",
                            "a",
                            Map.of("q", n("6"), "code", s("85123A"), "tags", AttributeValue.fromSs(List.of("vip")))));

            for (String holds : List.of(
                    "q = :six AND q <> :one AND q < :ten AND q >= :six",
                    "q = :one OR NOT q = :one",
                    "NOT (q = :six AND q = :one)",
                    "q BETWEEN :one AND :six",
                    "q IN (:one, :six)",
                    "begins_with(code, :text)",
                    "contains(code, :text) AND contains(tags, :vip)",
                    "size(code) = :six",
                    "attribute_type(code, :type)",
                    "attribute_exists(tags) AND attribute_not_exists(nothing)")) {
                assertThat(holds(db, holds)).as(holds).isTrue();
            }
            for (String fails :
                    List.of("q > :six", "q BETWEEN :ten AND :ten", "code = :six", "nothing = :six", "q IN (:one)")) {
                assertThat(holds(db, fails)).as(fails).isFalse();
            }
        }
    }

    private static boolean holds(DynamoDbClient db, String condition) {
        Map<String, AttributeValue> used = new HashMap<>(VALUES);
        used.keySet().removeIf(name -> !condition.matches(".*" + name + "\\b.*"));
        try {
            db.updateItem(update -> update.tableName(TABLE)
                    .key(key("1", "a"))
                    .updateExpression("REMOVE nothing")
                    .conditionExpression(condition)
                    .expressionAttributeValues(used.isEmpty() ? null : used));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Test
    default void updateMakesTheItemThatIsMissing() {
        try (DynamoDbClient db = dynamoDb()) {
            update(db, "SET q = if_not_exists(q, :n) + :n", Map.of(":n", n("3")), ReturnValue.NONE);
            update(db, "SET q = if_not_exists(q, :n) + :n", Map.of(":n", n("3")), ReturnValue.NONE);

            assertThat(stored(db, "1", "a")).isEqualTo(item("1", "a", "q", n("9")));
        }
    }

    @Test
    default void updateAddsAndReturnsTheNewValue() {
        try (DynamoDbClient db = dynamoDb()) {
            update(
                    db,
                    "ADD q :n, tags :t",
                    Map.of(":n", n("1"), ":t", AttributeValue.fromSs(List.of("a"))),
                    ReturnValue.NONE);
            var updated = update(
                    db,
                    "ADD q :n, tags :t",
                    Map.of(":n", n("1.5"), ":t", AttributeValue.fromSs(List.of("b"))),
                    ReturnValue.UPDATED_NEW);

            assertThat(updated.attributes()).hasSize(2).containsEntry("q", n("2.5"));
            assertThat(Attributes.texts(updated.attributes(), "tags")).containsExactlyInAnyOrder("a", "b");
        }
    }

    @Test
    default void updateRemovesAttributesAndElementsOfListsAndSets() {
        try (DynamoDbClient db = dynamoDb()) {
            Map<String, AttributeValue> before = Map.of(
                    "l",
                    list(s("a"), s("b"), s("c")),
                    "tags",
                    AttributeValue.fromSs(List.of("x", "y")),
                    "gone",
                    s("g"));
            put(db, item("1", "a", before));

            update(
                    db,
                    "REMOVE gone, l[1] DELETE tags :y",
                    Map.of(":y", AttributeValue.fromSs(List.of("y"))),
                    ReturnValue.NONE);

            assertThat(stored(db, "1", "a"))
                    .isEqualTo(item(
                            "1", "a", Map.of("l", list(s("a"), s("c")), "tags", AttributeValue.fromSs(List.of("x")))));
        }
    }

    @Test
    default void updateReachesIntoDocuments() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("1", "a", Map.of("m", AttributeValue.fromM(Map.of("x", n("1"))), "l", list(s("a")))));

            update(
                    db,
                    "SET m.y = m.x + :n, l = list_append(l, :l)",
                    Map.of(":n", n("41"), ":l", list(s("b"))),
                    ReturnValue.NONE);

            assertThat(stored(db, "1", "a"))
                    .containsEntry("m", AttributeValue.fromM(Map.of("x", n("1"), "y", n("42"))))
                    .containsEntry("l", list(s("a"), s("b")));
            assertInvalid(
                    () -> update(db, "SET nothing.y = :n", Map.of(":n", n("1")), ReturnValue.NONE),
                    "The document path provided in the update expression is invalid for update");
            assertInvalid(
                    () -> update(db, "SET m = :n, m.x = :n", Map.of(":n", n("1")), ReturnValue.NONE),
                    "Two document paths overlap with each other");
        }
    }

    @Test
    default void updateReturnsWhatItIsAskedFor() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("1", "a", Map.of("q", n("1"), "r", n("2"))));

            assertThat(set(db, "3", ReturnValue.UPDATED_OLD)).isEqualTo(Map.of("q", n("1")));
            assertThat(set(db, "4", ReturnValue.UPDATED_NEW)).isEqualTo(Map.of("q", n("4")));
            assertThat(set(db, "5", ReturnValue.ALL_OLD)).isEqualTo(item("1", "a", Map.of("q", n("4"), "r", n("2"))));
            assertThat(set(db, "6", ReturnValue.ALL_NEW)).isEqualTo(item("1", "a", Map.of("q", n("6"), "r", n("2"))));
            assertThat(set(db, "7", ReturnValue.NONE)).isEmpty();
        }
    }

    private static Map<String, AttributeValue> set(DynamoDbClient db, String value, ReturnValue returned) {
        return update(db, "SET q = :q", Map.of(":q", n(value)), returned).attributes();
    }

    @Test
    default void reckonsIn38Digits() {
        try (DynamoDbClient db = dynamoDb()) {
            String large = "1" + "0".repeat(36) + "1";
            put(db, item("1", "a", "q", n(large)));

            update(db, "SET q = q + :n", Map.of(":n", n("1")), ReturnValue.NONE);

            assertThat(stored(db, "1", "a")).containsEntry("q", n("1" + "0".repeat(36) + "2"));
        }
    }

    @Test
    default void refusesToUpdateAKey() {
        try (DynamoDbClient db = dynamoDb()) {
            assertInvalid(
                    () -> update(db, "SET p = :p", Map.of(":p", s("2")), ReturnValue.NONE),
                    "Cannot update attribute p. This attribute is part of the key");
        }
    }

    @Test
    default void refusesExpressionsThatAreNone() {
        try (DynamoDbClient db = dynamoDb()) {
            Map<String, AttributeValue> one = Map.of(":n", n("1"));
            assertInvalid(
                    () -> update(db, "SET q = ", one, ReturnValue.NONE), "Invalid UpdateExpression: Syntax error");
            assertInvalid(
                    () -> update(db, "SET status = :n", one, ReturnValue.NONE),
                    "Attribute name is a reserved keyword; reserved keyword: status");
            assertInvalid(
                    () -> update(db, "SET q = :m", one, ReturnValue.NONE),
                    "An expression attribute value used in expression is not defined; attribute value: :m");
            assertInvalid(
                    () -> update(db, "REMOVE q", one, ReturnValue.NONE),
                    "Value provided in ExpressionAttributeValues unused in expressions: keys: {:n}");
            assertInvalid(
                    () -> update(db, "SET #q = :n", one, ReturnValue.NONE),
                    "An expression attribute name used in the document path is not defined; attribute name: #q");
        }
    }

    private static UpdateItemResponse update(
            DynamoDbClient db, String expression, Map<String, AttributeValue> values, ReturnValue returned) {
        return db.updateItem(update -> update.tableName(TABLE)
                .key(key("1", "a"))
                .updateExpression(expression)
                .expressionAttributeValues(values)
                .returnValues(returned));
    }
}
