package io.tillstream.localcloud.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.MovableClock;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TableOperationsTests {

    private static final String KEY = "'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}]";
    private static final String ID = "{'AttributeName': 'id', 'AttributeType': 'S'}";
    private static final String ORDERS = "{'TableName': 'orders', 'BillingMode': 'PAY_PER_REQUEST',"
            + " 'AttributeDefinitions': [" + ID + "], " + KEY + "%s}";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();

    @Test
    void tablesAndItemsAreThereWhenOpenedAgain() {
        try (DynamoDb db = open()) {
            Requests requests = new Requests(db);
            requests.call("CreateTable", ORDERS.formatted(", 'Tags': [{'Key': 'a', 'Value': 'b'}]"));
            requests.call("PutItem", "{'TableName': 'orders', 'Item': {'id': {'S': '1'}}}");
        }
        try (DynamoDb db = open()) {
            Requests requests = new Requests(db);
            assertThat(requests.call("ListTables", "{}").get("TableNames")).hasToString("[\"orders\"]");
            assertThat(requests.call("Scan", "{'TableName': 'orders'}")
                            .get("Count")
                            .intValue())
                    .isEqualTo(1);
            JsonNode table =
                    requests.call("DescribeTable", "{'TableName': 'orders'}").get("Table");
            assertThat(table.get("ItemCount").intValue()).isEqualTo(1);
            assertThat(requests.call("ListTagsOfResource", "{'ResourceArn': %s}".formatted(table.get("TableArn")))
                            .get("Tags"))
                    .hasSize(1);
        }
    }

    @Test
    void aTableMayBeCreatedByItsArn() {
        try (DynamoDb db = open()) {
            Requests requests = new Requests(db);
            String arn = "arn:aws:dynamodb:eu-west-1:000000000000:table/orders";
            JsonNode table = requests.call(
                            "CreateTable", ORDERS.replace("orders", arn).formatted(""))
                    .get("TableDescription");
            assertThat(table.get("TableName").stringValue()).isEqualTo("orders");
            assertThat(table.get("TableArn").stringValue()).isEqualTo(arn);
            assertThat(status(requests)).isEqualTo("ACTIVE");
            for (String wrong : List.of("arn:orders", arn.replace("orders", "a/b"), arn.replace("orders", "ab"))) {
                assertThat(requests.refusal(
                                        "CreateTable",
                                        ORDERS.replace("orders", wrong).formatted(""))
                                .code())
                        .isEqualTo("ValidationException");
            }
        }
    }

    @Test
    void aTableOfTheSameNameBeginsEmpty() {
        try (DynamoDb db = open()) {
            Requests requests = new Requests(db);
            requests.call("CreateTable", ORDERS.formatted(""));
            requests.call("PutItem", "{'TableName': 'orders', 'Item': {'id': {'S': '1'}}}");
            requests.call("DeleteTable", "{'TableName': 'orders'}");
            assertThat(requests.refusal("Scan", "{'TableName': 'orders'}").code())
                    .isEqualTo("ResourceNotFoundException");
            requests.call("CreateTable", ORDERS.formatted(""));
            assertThat(requests.call("Scan", "{'TableName': 'orders'}")
                            .get("Count")
                            .intValue())
                    .isZero();
        }
    }

    @Test
    void changesTakeTimeIfWanted() {
        try (DynamoDb db = open()) {
            Requests requests = new Requests(db);
            db.delayChanges(Duration.ofSeconds(5));
            requests.call("CreateTable", ORDERS.formatted(""));
            assertThat(status(requests)).isEqualTo("CREATING");
            assertThat(requests.refusal("Scan", "{'TableName': 'orders'}").code())
                    .isEqualTo("ResourceNotFoundException");
            assertThat(requests.refusal("DeleteTable", "{'TableName': 'orders'}")
                            .code())
                    .isEqualTo("ResourceInUseException");
            clock.advance(Duration.ofSeconds(5));
            assertThat(status(requests)).isEqualTo("ACTIVE");
            requests.call("UpdateTable", "{'TableName': 'orders', 'DeletionProtectionEnabled': false}");
            assertThat(status(requests)).isEqualTo("UPDATING");
            assertThat(requests.call("Scan", "{'TableName': 'orders'}")
                            .get("Count")
                            .intValue())
                    .isZero();
            clock.advance(Duration.ofSeconds(5));
            requests.call("DeleteTable", "{'TableName': 'orders'}");
            assertThat(status(requests)).isEqualTo("DELETING");
            assertThat(requests.refusal("UpdateTable", "{'TableName': 'orders', 'DeletionProtectionEnabled': true}")
                            .message())
                    .endsWith("Table is being deleted: orders");
            clock.advance(Duration.ofSeconds(5));
            assertThat(requests.refusal("DescribeTable", "{'TableName': 'orders'}")
                            .message())
                    .isEqualTo("Requested resource not found: Table: orders not found");
        }
    }

    @Test
    void aNewIndexNeedsDefinitionsOfItsOwnAndChangesNoneThatIsKnown() {
        try (DynamoDb db = open()) {
            Requests requests = new Requests(db);
            requests.call("CreateTable", ORDERS.formatted(""));
            String update = "{'TableName': 'orders', 'AttributeDefinitions': [%s],"
                    + " 'GlobalSecondaryIndexUpdates': [{'Create': {'IndexName': 'by-shop',"
                    + " 'KeySchema': [{'AttributeName': '%s', 'KeyType': 'HASH'}],"
                    + " 'Projection': {'ProjectionType': 'ALL'}}}]}";
            String shop = "{'AttributeName': 'shop', 'AttributeType': 'S'}";
            assertThat(requests.refusal("UpdateTable", update.formatted(shop, "id"))
                            .code())
                    .isEqualTo("ValidationException");
            String otherId = ID.replace("'S'", "'N'");
            assertThat(requests.call("UpdateTable", update.formatted(otherId + ", " + shop, "shop"))
                            .get("TableDescription")
                            .get("AttributeDefinitions"))
                    .containsExactlyInAnyOrder(Requests.json(ID), Requests.json(shop));
        }
    }

    @Test
    void tellsWhatIsWrongWithATable() {
        try (DynamoDb db = open()) {
            Requests requests = new Requests(db);
            assertThat(requests.refusal("CreateTable", "{}").message())
                    .isEqualTo("The parameter 'TableName' is required but was not present in the request");
            assertThat(requests.refusal(
                                    "CreateTable",
                                    ORDERS.replace("orders", "ab").formatted(""))
                            .message())
                    .isEqualTo("1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint:"
                            + " Member must have length greater than or equal to 3");
            assertThat(requests.refusal(
                                    "CreateTable",
                                    ORDERS.replace(ID, ID + ", " + ID.replace("id", "x"))
                                            .formatted(""))
                            .message())
                    .startsWith("One or more parameter values were invalid: Number of attributes in KeySchema");
            assertThat(requests.refusal(
                                    "CreateTable", ORDERS.replace("HASH", "X").formatted(""))
                            .message())
                    .isEqualTo(
                            "1 validation error detected: Value 'X' at 'keySchema.1.member.keyType' failed to satisfy"
                                    + " constraint: Member must satisfy enum value set: [HASH, RANGE]");
            assertThat(requests.refusal(
                                    "CreateTable",
                                    ORDERS.formatted(", 'StreamSpecification': {'StreamEnabled': false,"
                                            + " 'StreamViewType': 'NEW_IMAGE'}"))
                            .message())
                    .endsWith("Table is being created with a stream disabled, UpdateViewType should not be specified");
            requests.call("CreateTable", ORDERS.formatted(", 'DeletionProtectionEnabled': true"));
            assertThat(requests.refusal("CreateTable", ORDERS.formatted("")).code())
                    .isEqualTo("ResourceInUseException");
            assertThat(requests.refusal("DeleteTable", "{'TableName': 'orders'}")
                            .message())
                    .contains("protected against deletion");
        }
    }

    private static String status(Requests requests) {
        return requests.call("DescribeTable", "{'TableName': 'orders'}")
                .get("Table")
                .get("TableStatus")
                .stringValue();
    }

    private DynamoDb open() {
        return DynamoDb.open(folder, clock, EntryFaults.NONE);
    }
}
