package io.tillstream.localcloud.contract;

import static io.tillstream.localcloud.contract.Attributes.item;
import static io.tillstream.localcloud.contract.Attributes.key;
import static io.tillstream.localcloud.contract.Attributes.n;
import static io.tillstream.localcloud.contract.Attributes.s;
import static io.tillstream.localcloud.contract.TableForEachCase.assertInvalid;
import static io.tillstream.localcloud.contract.TableForEachCase.put;
import static io.tillstream.localcloud.contract.TableForEachCase.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeAction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.AttributeValueUpdate;
import software.amazon.awssdk.services.dynamodb.model.ComparisonOperator;
import software.amazon.awssdk.services.dynamodb.model.Condition;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalOperator;
import software.amazon.awssdk.services.dynamodb.model.ExpectedAttributeValue;

/** The forms from before there were expressions. KCL 2 writes its leases so. */
interface LegacyContract extends TableForEachCase {

    @Test
    default void expectedLetsALeaseBeCreatedOnce() {
        try (DynamoDbClient db = dynamoDb()) {
            Map<String, ExpectedAttributeValue> absent =
                    Map.of("p", ExpectedAttributeValue.builder().exists(false).build());
            db.putItem(put -> put.tableName(TABLE).item(lease("1", "ann")).expected(absent));

            assertThatExceptionOfType(ConditionalCheckFailedException.class)
                    .isThrownBy(() -> db.putItem(
                            put -> put.tableName(TABLE).item(lease("1", "ben")).expected(absent)));
            assertThat(stored(db, "shard", "1")).containsEntry("owner", s("ann"));
        }
    }

    @Test
    default void expectedLetsALeaseBeTakenByOneOfTwo() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, lease("1", "ann"));
            take(db, "ben", "0");

            assertThatExceptionOfType(ConditionalCheckFailedException.class).isThrownBy(() -> take(db, "eve", "0"));
            assertThat(stored(db, "shard", "1"))
                    .containsEntry("owner", s("ben"))
                    .containsEntry("counter", n("1"))
                    .doesNotContainKey("checkpointedBy");
        }
    }

    private static void take(DynamoDbClient db, String owner, String counter) {
        db.updateItem(update -> update.tableName(TABLE)
                .key(key("shard", "1"))
                .expected(Map.of(
                        "counter",
                        ExpectedAttributeValue.builder().value(n(counter)).build()))
                .attributeUpdates(Map.of(
                        "owner", change(AttributeAction.PUT, s(owner)),
                        "counter", change(AttributeAction.ADD, n("1")),
                        "checkpointedBy",
                                AttributeValueUpdate.builder()
                                        .action(AttributeAction.DELETE)
                                        .build())));
    }

    @Test
    default void conditionalOperatorJoinsWhatIsExpected() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, lease("1", "ann"));
            Map<String, ExpectedAttributeValue> either = Map.of(
                    "owner",
                    expected(ComparisonOperator.EQ, s("ann")),
                    "counter",
                    expected(ComparisonOperator.GT, n("5")));

            assertThatExceptionOfType(ConditionalCheckFailedException.class)
                    .isThrownBy(() -> db.deleteItem(delete ->
                            delete.tableName(TABLE).key(key("shard", "1")).expected(either)));
            db.deleteItem(delete -> delete.tableName(TABLE)
                    .key(key("shard", "1"))
                    .expected(either)
                    .conditionalOperator(ConditionalOperator.OR));
            assertThat(stored(db, "shard", "1")).isEmpty();
        }
    }

    @Test
    default void keyConditionsAndFiltersFindItems() {
        try (DynamoDbClient db = dynamoDb()) {
            IntStream.range(0, 6)
                    .forEach(i -> put(db, item("1", "s" + i, Map.of("q", n(Integer.toString(i)), "r", s("r")))));

            var queried = db.query(query -> query.tableName(TABLE)
                    .keyConditions(Map.of(
                            "p", condition(ComparisonOperator.EQ, s("1")),
                            "s", condition(ComparisonOperator.BETWEEN, s("s1"), s("s4"))))
                    .queryFilter(Map.of("q", condition(ComparisonOperator.NE, n("2"))))
                    .attributesToGet("s", "q"));
            var scanned = db.scan(scan ->
                    scan.tableName(TABLE).scanFilter(Map.of("q", condition(ComparisonOperator.IN, n("0"), n("5")))));

            assertThat(queried.items())
                    .extracting(item -> Attributes.text(item, "s"))
                    .containsExactly("s1", "s3", "s4");
            assertThat(queried.items().getFirst()).containsOnlyKeys("s", "q");
            assertThat(scanned.items())
                    .extracting(item -> Attributes.text(item, "s"))
                    .containsExactlyInAnyOrder("s0", "s5");
        }
    }

    @Test
    default void refusesTheOldAndTheNewFormTogether() {
        try (DynamoDbClient db = dynamoDb()) {
            assertInvalid(
                    () -> db.getItem(get -> get.tableName(TABLE)
                            .key(key("1", "a"))
                            .attributesToGet("q")
                            .projectionExpression("q")),
                    "Can not use both expression and non-expression parameters in the same request");
        }
    }

    private static Map<String, AttributeValue> lease(String shard, String owner) {
        return item("shard", shard, Map.of("owner", s(owner), "counter", n("0"), "checkpointedBy", s(owner)));
    }

    private static AttributeValueUpdate change(AttributeAction action, AttributeValue value) {
        return AttributeValueUpdate.builder().action(action).value(value).build();
    }

    private static ExpectedAttributeValue expected(ComparisonOperator operator, AttributeValue value) {
        return ExpectedAttributeValue.builder()
                .comparisonOperator(operator)
                .attributeValueList(List.of(value))
                .build();
    }

    private static Condition condition(ComparisonOperator operator, AttributeValue... values) {
        return Condition.builder()
                .comparisonOperator(operator)
                .attributeValueList(values)
                .build();
    }
}
