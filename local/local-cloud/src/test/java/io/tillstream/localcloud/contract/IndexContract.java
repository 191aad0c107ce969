package io.tillstream.localcloud.contract;

import static io.tillstream.localcloud.contract.Attributes.key;
import static io.tillstream.localcloud.contract.Attributes.n;
import static io.tillstream.localcloud.contract.Attributes.s;
import static io.tillstream.localcloud.contract.TableForEachCase.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Global and local secondary indexes. */
interface IndexContract {

    String INDEXED = "indexed-" + UUID.randomUUID();
    Projection KEYS =
            Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build();

    URI endpoint();

    default DynamoDbClient indexes() {
        return SdkClients.at(endpoint(), DynamoDbClient.builder());
    }

    @SuppressWarnings("unchecked") // The SDK takes generic varargs.
    @BeforeEach
    default void createIndexedTable() {
        try (DynamoDbClient db = indexes()) {
            db.createTable(table -> table.tableName(INDEXED)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                            Tables.text("p"), Tables.text("s"), Tables.text("owner"), Tables.number("price"))
                    .keySchema(Tables.key("p", KeyType.HASH), Tables.key("s", KeyType.RANGE))
                    .globalSecondaryIndexes(index -> index.indexName("by-owner")
                            .keySchema(Tables.key("owner", KeyType.HASH), Tables.key("price", KeyType.RANGE))
                            .projection(kept ->
                                    kept.projectionType(ProjectionType.INCLUDE).nonKeyAttributes("name")))
                    .localSecondaryIndexes(index -> index.indexName("by-price")
                            .keySchema(Tables.key("p", KeyType.HASH), Tables.key("price", KeyType.RANGE))
                            .projection(KEYS)));
            db.waiter().waitUntilTableExists(table -> table.tableName(INDEXED));
        }
    }

    @AfterEach
    default void deleteIndexedTable() {
        try (DynamoDbClient db = indexes()) {
            db.deleteTable(table -> table.tableName(INDEXED));
            db.waiter().waitUntilTableNotExists(table -> table.tableName(INDEXED));
        }
    }

    @Test
    default void globalIndexHoldsItsProjectionInTheOrderOfNumbers() {
        try (DynamoDbClient db = indexes()) {
            put(db, "1", "ann", "10", "a");
            put(db, "2", "ann", "9.5", "b");
            put(db, "3", "ann", "-1", "c");
            put(db, "4", "ben", "1", "d");
            await().until(() -> byOwner(db, "ann").count() == 3);

            assertThat(byOwner(db, "ann").items())
                    .extracting(item -> Attributes.number(item, "price"))
                    .containsExactly("-1", "9.5", "10");
            assertThat(byOwner(db, "ann").items().getFirst()).containsOnlyKeys("p", "s", "owner", "price", "name");
        }
    }

    @Test
    default void globalIndexFollowsUpdatesAndLeavesOutWhatHasNoKeyOfIt() {
        try (DynamoDbClient db = indexes()) {
            put(db, "1", "ann", "1", "a");
            db.putItem(put -> put.tableName(INDEXED).item(key("2", "x")));
            await().until(() -> byOwner(db, "ann").count() == 1);
            assertThat(db.scan(scan -> scan.tableName(INDEXED).indexName("by-owner"))
                            .count())
                    .isEqualTo(1);

            db.updateItem(update -> update.tableName(INDEXED)
                    .key(key("1", "x"))
                    .updateExpression("SET #o = :o")
                    .expressionAttributeNames(Map.of("#o", "owner"))
                    .expressionAttributeValues(Map.of(":o", s("ben"))));
            await().until(() -> byOwner(db, "ben").count() == 1);
            assertThat(byOwner(db, "ann").count()).isZero();

            db.deleteItem(delete -> delete.tableName(INDEXED).key(key("1", "x")));
            await().until(() -> byOwner(db, "ben").count() == 0);
        }
    }

    @Test
    default void pagesOfAnIndexLeadOnByBothKeys() {
        try (DynamoDbClient db = indexes()) {
            for (int i = 0; i < 7; i++) {
                put(db, "p" + i, "ann", "5", "a");
            }
            await().until(() -> byOwner(db, "ann").count() == 7);

            var pages = db.queryPaginator(query -> query.tableName(INDEXED)
                    .indexName("by-owner")
                    .keyConditionExpression("#o = :o")
                    .expressionAttributeNames(Map.of("#o", "owner"))
                    .expressionAttributeValues(Map.of(":o", s("ann")))
                    .limit(2));

            assertThat(pages.items())
                    .extracting(item -> Attributes.text(item, "p"))
                    .containsExactlyInAnyOrder("p0", "p1", "p2", "p3", "p4", "p5", "p6");
            assertThat(pages.stream().toList().getFirst().lastEvaluatedKey())
                    .containsOnlyKeys("p", "s", "owner", "price");
        }
    }

    @Test
    default void localIndexIsConsistentAndFetchesWhatItDoesNotHold() {
        try (DynamoDbClient db = indexes()) {
            db.putItem(put ->
                    put.tableName(INDEXED).item(Attributes.item("1", "x", Map.of("price", n("7"), "name", s("a")))));
            db.putItem(put ->
                    put.tableName(INDEXED).item(Attributes.item("1", "y", Map.of("price", n("3"), "name", s("b")))));

            assertThat(byPrice(db, null))
                    .containsExactly(
                            Attributes.item("1", "y", "price", n("3")), Attributes.item("1", "x", "price", n("7")));
            assertThat(byPrice(db, "name")).containsExactly(Map.of("name", s("b")), Map.of("name", s("a")));
        }
    }

    private static List<Map<String, AttributeValue>> byPrice(DynamoDbClient db, @Nullable String projection) {
        return db.query(query -> query.tableName(INDEXED)
                        .indexName("by-price")
                        .consistentRead(true)
                        .keyConditionExpression("p = :p AND price > :zero")
                        .projectionExpression(projection == null ? null : "#n")
                        .expressionAttributeNames(projection == null ? null : Map.of("#n", projection))
                        .expressionAttributeValues(Map.of(":p", s("1"), ":zero", n("0"))))
                .items();
    }

    @Test
    default void refusesWhatAnIndexCannotDo() {
        try (DynamoDbClient db = indexes()) {
            assertInvalid(
                    () -> db.scan(scan ->
                            scan.tableName(INDEXED).indexName("by-owner").consistentRead(true)),
                    "Consistent reads are not supported on global secondary indexes");
            assertInvalid(
                    () -> db.scan(scan -> scan.tableName(INDEXED).indexName("nothing")),
                    "The table does not have the specified index: nothing");
            assertInvalid(
                    () -> db.putItem(put -> put.tableName(INDEXED).item(Attributes.item("1", "x", "owner", n("1")))),
                    "Type mismatch for Index Key owner");
        }
    }

    @SuppressWarnings("unchecked") // The SDK takes generic varargs.
    @Test
    default void indexIsAddedToWhatIsThereAndTakenAway() {
        try (DynamoDbClient db = indexes()) {
            put(db, "1", "ann", "1", "a");
            db.updateTable(table -> table.tableName(INDEXED)
                    .attributeDefinitions(
                            Tables.text("p"),
                            Tables.text("s"),
                            Tables.text("owner"),
                            Tables.number("price"),
                            Tables.text("name"))
                    .globalSecondaryIndexUpdates(change -> change.create(index -> index.indexName("by-name")
                            .keySchema(Tables.key("name", KeyType.HASH))
                            .projection(KEYS))));
            await().until(() -> statusOf(db, "by-name").equals(IndexStatus.ACTIVE.toString()));

            var found = db.query(query -> query.tableName(INDEXED)
                    .indexName("by-name")
                    .keyConditionExpression("#n = :n")
                    .expressionAttributeNames(Map.of("#n", "name"))
                    .expressionAttributeValues(Map.of(":n", s("a"))));
            assertThat(found.items()).containsExactly(Attributes.item("1", "x", "name", s("a")));

            db.updateTable(table -> table.tableName(INDEXED)
                    .globalSecondaryIndexUpdates(change -> change.delete(index -> index.indexName("by-name"))));
            await().until(() -> statusOf(db, "by-name").isEmpty());
        }
    }

    private static String statusOf(DynamoDbClient db, String name) {
        return db.describeTable(table -> table.tableName(INDEXED)).table().globalSecondaryIndexes().stream()
                .filter(index -> index.indexName().equals(name))
                .map(index -> index.indexStatusAsString())
                .findFirst()
                .orElse("");
    }

    private static void put(DynamoDbClient db, String partition, String owner, String price, String name) {
        db.putItem(put -> put.tableName(INDEXED)
                .item(Attributes.item(
                        partition,
                        "x",
                        Map.of("owner", s(owner), "price", n(price), "name", s(name), "rest", s("r")))));
    }

    private static QueryResponse byOwner(DynamoDbClient db, String owner) {
        return db.query(query -> query.tableName(INDEXED)
                .indexName("by-owner")
                .keyConditionExpression("#o = :o")
                .expressionAttributeNames(Map.of("#o", "owner"))
                .expressionAttributeValues(Map.of(":o", s(owner))));
    }
}
