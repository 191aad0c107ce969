package io.tillstream.localcloud.contract;

import static io.tillstream.localcloud.contract.Attributes.item;
import static io.tillstream.localcloud.contract.Attributes.n;
import static io.tillstream.localcloud.contract.Attributes.s;
import static io.tillstream.localcloud.contract.TableForEachCase.put;
import static io.tillstream.localcloud.contract.TableForEachCase.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DuplicateItemException;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Statements. */
interface PartiQlContract extends TableForEachCase {

    String INSERT = "INSERT INTO \"" + TABLE + "\" VALUE {'p': ?, 's': ?, 'q': ?}";

    @Test
    default void statementsInsertUpdateSelectAndDelete() {
        try (DynamoDbClient db = dynamoDb()) {
            execute(db, INSERT, s("1"), s("a"), n("1"));
            execute(db, "UPDATE \"" + TABLE + "\" SET q = q + ? WHERE p = ? AND s = ?", n("2"), s("1"), s("a"));

            assertThat(execute(db, "SELECT q FROM \"" + TABLE + "\" WHERE p = ? AND s = ?", s("1"), s("a")))
                    .containsExactly(Map.of("q", n("3")));

            execute(db, "DELETE FROM \"" + TABLE + "\" WHERE p = ? AND s = ?", s("1"), s("a"));
            assertThat(stored(db, "1", "a")).isEmpty();
        }
    }

    @Test
    default void insertRefusesWhatIsThere() {
        try (DynamoDbClient db = dynamoDb()) {
            execute(db, INSERT, s("1"), s("a"), n("1"));

            assertThatExceptionOfType(DuplicateItemException.class)
                    .isThrownBy(() -> execute(db, INSERT, s("1"), s("a"), n("2")));
            assertThat(stored(db, "1", "a")).isEqualTo(item("1", "a", "q", n("1")));
        }
    }

    @Test
    default void updateHoldsToItsConditionAndMakesNothing() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("1", "a", "q", n("1")));
            String update = "UPDATE \"" + TABLE + "\" SET q = ? WHERE p = ? AND s = ? AND q = ?";

            execute(db, update, n("2"), s("1"), s("a"), n("1"));
            assertThatExceptionOfType(ConditionalCheckFailedException.class)
                    .isThrownBy(() -> execute(db, update, n("3"), s("1"), s("a"), n("1")));
            assertThatExceptionOfType(ConditionalCheckFailedException.class)
                    .isThrownBy(() -> execute(db, update, n("3"), s("1"), s("none"), n("1")));
            assertThat(stored(db, "1", "a")).isEqualTo(item("1", "a", "q", n("2")));
            assertThat(stored(db, "1", "none")).isEmpty();
        }
    }

    @Test
    default void selectsAPartitionPageByPage() {
        try (DynamoDbClient db = dynamoDb()) {
            IntStream.range(0, 5).forEach(i -> put(db, item("1", "s" + i, "q", n("1"))));
            put(db, item("2", "s", "q", n("1")));
            String select = "SELECT * FROM \"" + TABLE + "\" WHERE p = ? AND s >= ?";

            var first = db.executeStatement(statement ->
                    statement.statement(select).parameters(s("1"), s("s1")).limit(3));
            var second = db.executeStatement(statement -> statement
                    .statement(select)
                    .parameters(s("1"), s("s1"))
                    .limit(3)
                    .nextToken(first.nextToken()));

            assertThat(first.items())
                    .extracting(item -> Attributes.text(item, "s"))
                    .containsExactly("s1", "s2", "s3");
            assertThat(second.items())
                    .extracting(item -> Attributes.text(item, "s"))
                    .containsExactly("s4");
        }
    }

    @Test
    default void batchTellsOfEachStatementWhatBecameOfIt() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("1", "taken", "q", n("6")));
            put(db, item("1", "changed", "q", n("6")));

            var answers = db.batchExecuteStatement(batch -> batch.statements(
                            insertOf("new"), insertOf("taken"), updateOf("changed", "7"), insertOf("other")))
                    .responses();

            assertThat(answers).hasSize(4);
            assertThat(answers.get(0).error()).isNull();
            assertThat(answers.get(1).error().code()).isEqualTo(BatchStatementErrorCodeEnum.DUPLICATE_ITEM);
            assertThat(answers.get(2).error().code()).isEqualTo(BatchStatementErrorCodeEnum.CONDITIONAL_CHECK_FAILED);
            assertThat(answers.get(2).error().item()).isEqualTo(item("1", "changed", "q", n("6")));
            assertThat(stored(db, "1", "new")).isNotEmpty();
            assertThat(stored(db, "1", "other")).isNotEmpty();
            assertThat(stored(db, "1", "taken")).isEqualTo(item("1", "taken", "q", n("6")));
        }
    }

    @Test
    default void transactionOfStatementsIsAllOrNothing() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("1", "taken", "q", n("6")));

            assertThatExceptionOfType(TransactionCanceledException.class)
                    .isThrownBy(() -> db.executeTransaction(transaction ->
                            transaction.transactStatements(insertInTransaction("new"), insertInTransaction("taken"))))
                    .satisfies(e -> assertThat(e.cancellationReasons())
                            .extracting(reason -> reason.code())
                            .hasSize(2)
                            .startsWith("None")
                            .isNotEqualTo(List.of("None", "None")));
            assertThat(stored(db, "1", "new")).isEmpty();

            db.executeTransaction(transaction ->
                    transaction.transactStatements(insertInTransaction("new"), insertInTransaction("other")));
            assertThat(stored(db, "1", "new")).isNotEmpty();
            assertThat(stored(db, "1", "other")).isNotEmpty();
        }
    }

    private static ParameterizedStatement insertInTransaction(String sort) {
        return ParameterizedStatement.builder()
                .statement(INSERT)
                .parameters(s("1"), s(sort), n("1"))
                .build();
    }

    private static BatchStatementRequest insertOf(String sort) {
        return BatchStatementRequest.builder()
                .statement(INSERT)
                .parameters(s("1"), s(sort), n("1"))
                .build();
    }

    private static BatchStatementRequest updateOf(String sort, String present) {
        return BatchStatementRequest.builder()
                .statement("UPDATE \"" + TABLE + "\" SET q = ? WHERE p = ? AND s = ? AND q = ?")
                .parameters(n("8"), s("1"), s(sort), n(present))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    private static List<Map<String, AttributeValue>> execute(
            DynamoDbClient db, String statement, AttributeValue... parameters) {
        return db.executeStatement(call -> call.statement(statement).parameters(parameters))
                .items();
    }
}
