package io.tillstream.localcloud.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ItemOperationsTests {

    private final DynamoDb db = DynamoDb.ephemeral(Clock.systemUTC(), EntryFaults.NONE);
    private final Requests requests = new Requests(db);

    @BeforeEach
    void createTable() {
        requests.createOrders();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void findsWhatWasPut() {
        put("1", "'amount': {'N': '7.50'}");
        assertThat(get("1")).isEqualTo("{\"id\":{\"S\":\"1\"},\"amount\":{\"N\":\"7.5\"}}");
    }

    @Test
    void findsNothingUnderAnotherKey() {
        assertThat(requests.call("GetItem", "{'TableName': 'orders', 'Key': {'id': {'S': 'x'}}}")
                        .has("Item"))
                .isFalse();
    }

    @Test
    void putsNothingIfTheConditionDoesNotHold() {
        put("1", "'amount': {'N': '1'}");
        AwsError error = requests.refusal("PutItem", """
                {'TableName': 'orders', 'Item': {'id': {'S': '1'}, 'amount': {'N': '2'}},
                 'ConditionExpression': 'attribute_not_exists(id)', 'ReturnValuesOnConditionCheckFailure': 'ALL_OLD'}""");
        assertThat(error.code()).isEqualTo("ConditionalCheckFailedException");
        assertThat(error.message()).isEqualTo("The conditional request failed");
        assertThat(error.members()).containsKey("Item");
        assertThat(get("1")).contains("\"amount\":{\"N\":\"1\"}");
    }

    @Test
    void updateReturnsWhatItChanged() {
        put("1", "'amount': {'N': '1'}, 'note': {'S': 'x'}");
        String update = """
                {'TableName': 'orders', 'Key': {'id': {'S': '1'}}, 'UpdateExpression': 'SET amount = amount + :more',
                 'ExpressionAttributeValues': {':more': {'N': '2'}}, 'ReturnValues': '%s'}""";
        assertThat(requests.call("UpdateItem", update.formatted("UPDATED_NEW")).get("Attributes"))
                .hasToString("{\"amount\":{\"N\":\"3\"}}");
        assertThat(requests.call("UpdateItem", update.formatted("UPDATED_OLD")).get("Attributes"))
                .hasToString("{\"amount\":{\"N\":\"3\"}}");
        assertThat(requests.call("UpdateItem", update.formatted("ALL_NEW"))
                        .get("Attributes")
                        .get("amount"))
                .hasToString("{\"N\":\"7\"}");
    }

    @Test
    void updateMakesAnItemOfItsKey() {
        requests.call("UpdateItem", "{'TableName': 'orders', 'Key': {'id': {'S': 'new'}}}");
        assertThat(get("new")).isEqualTo("{\"id\":{\"S\":\"new\"}}");
    }

    @Test
    void deletionsOfTheOlderFormMakeNoItem() {
        String update = "{'TableName': 'orders', 'Key': {'id': {'S': 'new'}}, 'AttributeUpdates': {%s}}";
        requests.call("UpdateItem", update.formatted("'a': {'Action': 'DELETE'}"));
        assertThat(requests.call("GetItem", "{'TableName': 'orders', 'Key': {'id': {'S': 'new'}}}")
                        .has("Item"))
                .isFalse();
        requests.call("UpdateItem", update.formatted(""));
        assertThat(get("new")).isEqualTo("{\"id\":{\"S\":\"new\"}}");
    }

    @Test
    void deleteReturnsWhatWasThere() {
        put("1", "'amount': {'N': '1'}");
        String delete = "{'TableName': 'orders', 'Key': {'id': {'S': '1'}}, 'ReturnValues': 'ALL_OLD'}";
        assertThat(requests.call("DeleteItem", delete).get("Attributes").has("amount"))
                .isTrue();
        assertThat(requests.call("DeleteItem", delete).has("Attributes")).isFalse();
    }

    @Test
    void tellsWhatIsWrongWithAKey() {
        assertThat(requests.refusal("GetItem", "{'TableName': 'orders', 'Key': {'id': {'N': '1'}}}")
                        .message())
                .isEqualTo("The provided key element does not match the schema");
        assertThat(requests.refusal("PutItem", "{'TableName': 'orders', 'Item': {'x': {'N': '1'}}}")
                        .message())
                .isEqualTo("One or more parameter values were invalid: Missing the key id in the item");
        assertThat(requests.refusal("PutItem", "{'TableName': 'orders', 'Item': {'id': {'S': ''}}}")
                        .message())
                .isEqualTo("One or more parameter values are not valid. The AttributeValue for a key attribute cannot"
                        + " contain an empty string value. Key: id");
    }

    @Test
    void tellsAllWrongMembersOfAWriteAtOnce() {
        assertThat(requests.refusal("UpdateItem", """
                        {'TableName': 'orders', 'Key': {'id': {'S': '1'}}, 'ReturnValues': 'X',
                         'ReturnConsumedCapacity': 'X'}""").message())
                .startsWith("2 validation errors detected: Value 'X' at 'returnConsumedCapacity'")
                .contains("; Value 'X' at 'returnValues'");
        assertThat(requests.refusal("PutItem", """
                        {'TableName': 'orders', 'Item': {'id': {'S': '1'}}, 'ReturnValues': 'X',
                         'ReturnConsumedCapacity': 'X', 'ReturnItemCollectionMetrics': 'X'}""").message())
                .startsWith("3 validation errors detected: Value 'X' at 'returnConsumedCapacity'");
    }

    @Test
    void countsTheUnitsOfAWrite() {
        String put = """
                {'TableName': 'orders', 'Item': {'id': {'S': '1'}, 'text': {'S': '%s'}},
                 'ReturnConsumedCapacity': 'TOTAL'}""";
        assertThat(requests.call("PutItem", put.formatted("x".repeat(1500)))
                        .get("ConsumedCapacity")
                        .get("CapacityUnits")
                        .doubleValue())
                .isEqualTo(2);
        assertThat(requests.call("PutItem", put.formatted("x"))
                        .get("ConsumedCapacity")
                        .get("CapacityUnits")
                        .doubleValue())
                .as("the larger of what was there and what is there")
                .isEqualTo(2);
    }

    private void put(String id, String attributes) {
        requests.call("PutItem", "{'TableName': 'orders', 'Item': {'id': {'S': '%s'}, %s}}".formatted(id, attributes));
    }

    private String get(String id) {
        return requests.call("GetItem", "{'TableName': 'orders', 'Key': {'id': {'S': '%s'}}}".formatted(id))
                .get("Item")
                .toString();
    }
}
