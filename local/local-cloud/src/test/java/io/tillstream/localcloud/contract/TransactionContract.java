package io.tillstream.localcloud.contract;

import static io.tillstream.localcloud.contract.Attributes.item;
import static io.tillstream.localcloud.contract.Attributes.key;
import static io.tillstream.localcloud.contract.Attributes.n;
import static io.tillstream.localcloud.contract.TableForEachCase.assertInvalid;
import static io.tillstream.localcloud.contract.TableForEachCase.put;
import static io.tillstream.localcloud.contract.TableForEachCase.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Transactions. */
interface TransactionContract extends TableForEachCase {

    @Test
    default void transactionWritesAllOfIt() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("t", "counter", "q", n("1")));
            put(db, item("t", "gone", Map.of()));
            put(db, item("t", "checked", Map.of()));

            db.transactWriteItems(transaction -> transaction.transactItems(
                    putIfAbsent("new"),
                    add("counter", "2"),
                    TransactWriteItem.builder()
                            .delete(delete -> delete.tableName(TABLE).key(key("t", "gone")))
                            .build(),
                    TransactWriteItem.builder()
                            .conditionCheck(check -> check.tableName(TABLE)
                                    .key(key("t", "checked"))
                                    .conditionExpression("attribute_exists(p)"))
                            .build()));

            assertThat(stored(db, "t", "new")).isNotEmpty();
            assertThat(stored(db, "t", "counter")).containsEntry("q", n("3"));
            assertThat(stored(db, "t", "gone")).isEmpty();
        }
    }

    @Test
    default void transactionIsAllOrNothing() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("t", "taken", "q", n("6")));
            assertThatExceptionOfType(TransactionCanceledException.class)
                    .isThrownBy(() -> db.transactWriteItems(
                            transaction -> transaction.transactItems(putIfAbsent("new"), putIfAbsent("taken"))))
                    .withMessageContaining("[None, ConditionalCheckFailed]")
                    .satisfies(e -> {
                        assertThat(e.cancellationReasons())
                                .extracting(reason -> reason.code())
                                .containsExactly("None", "ConditionalCheckFailed");
                        assertThat(e.cancellationReasons().get(1).message())
                                .isEqualTo("The conditional request failed");
                        assertThat(e.cancellationReasons().get(1).item()).isEqualTo(item("t", "taken", "q", n("6")));
                    });
            assertThat(stored(db, "t", "new")).isEmpty();
        }
    }

    @Test
    default void tokenLetsATransactionBeSentAgain() {
        try (DynamoDbClient db = dynamoDb()) {
            String token = UUID.randomUUID().toString();
            for (int i = 0; i < 3; i++) {
                db.transactWriteItems(transaction ->
                        transaction.transactItems(add("counter", "2")).clientRequestToken(token));
            }

            assertThat(stored(db, "t", "counter")).containsEntry("q", n("2"));
            assertThatExceptionOfType(IdempotentParameterMismatchException.class)
                    .isThrownBy(() -> db.transactWriteItems(transaction ->
                            transaction.transactItems(add("counter", "3")).clientRequestToken(token)));
        }
    }

    @Test
    default void refusesTransactionsThatNameAnItemTwiceOrTooMany() {
        try (DynamoDbClient db = dynamoDb()) {
            assertInvalid(
                    () -> db.transactWriteItems(
                            transaction -> transaction.transactItems(add("counter", "1"), add("counter", "1"))),
                    "Transaction request cannot include multiple operations on one item");
            assertInvalid(
                    () -> db.transactWriteItems(
                            transaction -> transaction.transactItems(Collections.nCopies(101, add("counter", "1")))),
                    "");
        }
    }

    @Test
    default void readsSeveralItemsAtOnce() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("t", "a", "q", n("1")));

            var found = db.transactGetItems(transaction -> transaction.transactItems(get("a"), get("none")));

            assertThat(found.responses()).hasSize(2);
            assertThat(found.responses().get(0).item()).isEqualTo(item("t", "a", "q", n("1")));
            assertThat(found.responses().get(1).hasItem()).isFalse();
        }
    }

    private static TransactGetItem get(String sort) {
        return TransactGetItem.builder()
                .get(get -> get.tableName(TABLE).key(key("t", sort)))
                .build();
    }

    private static TransactWriteItem add(String sort, String number) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(TABLE)
                        .key(key("t", sort))
                        .updateExpression("ADD q :n")
                        .expressionAttributeValues(Map.of(":n", n(number))))
                .build();
    }

    private static TransactWriteItem putIfAbsent(String sort) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(TABLE)
                        .item(item("t", sort, "q", n("6")))
                        .conditionExpression("attribute_not_exists(p)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }
}
