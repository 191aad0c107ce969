package io.tillstream.localcloud.contract;

import static io.tillstream.localcloud.contract.Attributes.item;
import static io.tillstream.localcloud.contract.Attributes.n;
import static io.tillstream.localcloud.contract.TableForEachCase.assertInvalid;
import static io.tillstream.localcloud.contract.TableForEachCase.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Tables as such. */
interface TableContract extends TableForEachCase {

    @Test
    default void describesATable() {
        try (DynamoDbClient db = dynamoDb()) {
            TableDescription table =
                    db.describeTable(describe -> describe.tableName(TABLE)).table();

            assertThat(table.tableStatus()).isEqualTo(TableStatus.ACTIVE);
            assertThat(table.tableArn()).startsWith("arn:aws").endsWith(":table/" + TABLE);
            assertThat(table.keySchema())
                    .containsExactly(Tables.key("p", KeyType.HASH), Tables.key("s", KeyType.RANGE));
            assertThat(table.attributeDefinitions()).containsExactlyInAnyOrder(Tables.text("p"), Tables.text("s"));
            assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
            assertThat(table.creationDateTime()).isNotNull();
        }
    }

    @Test
    default void refusesATableThatIsThereAndOneThatIsNone() {
        try (DynamoDbClient db = dynamoDb()) {
            assertThatExceptionOfType(ResourceInUseException.class).isThrownBy(() -> Tables.create(db, TABLE));
            assertThatExceptionOfType(ResourceNotFoundException.class)
                    .isThrownBy(() -> db.deleteTable(table -> table.tableName("no-such-table")));
            assertInvalid(
                    () -> db.createTable(table -> table.tableName("unused-attribute")
                            .billingMode(BillingMode.PAY_PER_REQUEST)
                            .attributeDefinitions(Tables.text("p"), Tables.text("q"))
                            .keySchema(Tables.key("p", KeyType.HASH))),
                    "Number of attributes in KeySchema does not exactly match number of attributes defined in"
                            + " AttributeDefinitions");
        }
    }

    @Test
    default void listsTablesPageByPage() {
        String other = "contract-" + UUID.randomUUID();
        try (DynamoDbClient db = dynamoDb()) {
            Tables.create(db, other);
            var names = db.listTablesPaginator(list -> list.limit(1)).tableNames();

            assertThat(names.stream().toList())
                    .contains(TABLE, other)
                    .doesNotHaveDuplicates()
                    .isSorted();
            db.deleteTable(table -> table.tableName(other));
        }
    }

    @Test
    default void whatWasDeletedIsGoneAndItsNameFree() {
        String name = "contract-" + UUID.randomUUID();
        try (DynamoDbClient db = dynamoDb()) {
            Tables.create(db, name);
            db.putItem(put -> put.tableName(name).item(item("1", "a", "q", n("1"))));
            db.deleteTable(table -> table.tableName(name));
            db.waiter().waitUntilTableNotExists(table -> table.tableName(name));
            Tables.create(db, name);

            assertThat(db.scan(scan -> scan.tableName(name)).items()).isEmpty();
            db.deleteTable(table -> table.tableName(name));
        }
    }

    @Test
    default void changesHowATableIsBilled() {
        try (DynamoDbClient db = dynamoDb()) {
            put(db, item("1", "a", "q", n("1")));
            db.updateTable(table -> table.tableName(TABLE)
                    .billingMode(BillingMode.PROVISIONED)
                    .provisionedThroughput(units -> units.readCapacityUnits(5L).writeCapacityUnits(7L)));
            await().until(() -> describe(db).tableStatus() == TableStatus.ACTIVE);

            assertThat(describe(db).provisionedThroughput().readCapacityUnits()).isEqualTo(5);
            assertThat(describe(db).provisionedThroughput().writeCapacityUnits())
                    .isEqualTo(7);
            assertThat(db.scan(scan -> scan.tableName(TABLE)).count()).isEqualTo(1);
        }
    }

    private static TableDescription describe(DynamoDbClient db) {
        return db.describeTable(table -> table.tableName(TABLE)).table();
    }

    @Test
    default void remembersWhenItemsAreToExpire() {
        try (DynamoDbClient db = dynamoDb()) {
            db.updateTimeToLive(change -> change.tableName(TABLE)
                    .timeToLiveSpecification(
                            spec -> spec.attributeName("expires").enabled(true)));

            await().until(() -> timeToLive(db) == TimeToLiveStatus.ENABLED);
            assertThat(db.describeTimeToLive(table -> table.tableName(TABLE))
                            .timeToLiveDescription()
                            .attributeName())
                    .isEqualTo("expires");
        }
    }

    private static TimeToLiveStatus timeToLive(DynamoDbClient db) {
        return db.describeTimeToLive(table -> table.tableName(TABLE))
                .timeToLiveDescription()
                .timeToLiveStatus();
    }

    @Test
    default void keepsTagsOfATable() {
        try (DynamoDbClient db = dynamoDb()) {
            String arn = describe(db).tableArn();
            Tag team = Tag.builder().key("team").value("till").build();
            Tag stage = Tag.builder().key("stage").value("test").build();

            db.tagResource(tags -> tags.resourceArn(arn).tags(team, stage));
            assertThat(db.listTagsOfResource(tags -> tags.resourceArn(arn)).tags())
                    .containsExactlyInAnyOrder(team, stage);

            db.untagResource(tags -> tags.resourceArn(arn).tagKeys("stage"));
            assertThat(db.listTagsOfResource(tags -> tags.resourceArn(arn)).tags())
                    .containsExactly(team);
        }
    }

    @Test
    default void tellsTheLimitsOfTheAccount() {
        try (DynamoDbClient db = dynamoDb()) {
            assertThat(db.describeLimits().tableMaxWriteCapacityUnits()).isPositive();
        }
    }
}
