package io.tillstream.localcloud.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.MovableClock;
import io.tillstream.localcloud.protocol.AwsError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TransactionOperationsTests {

    private static final String REFUSED =
            "Transaction cancelled, please refer cancellation reasons for specific reasons ";

    private final MovableClock clock = new MovableClock();
    private final DynamoDb db = DynamoDb.ephemeral(
            clock,
            (target, table) ->
                    table.equals("slow") ? Optional.of("ProvisionedThroughputExceededException") : Optional.empty());
    private final Requests requests = new Requests(db);

    @BeforeEach
    void createTables() {
        List.of("orders", "slow").forEach(name -> requests.call("CreateTable", """
                {'TableName': '%s', 'BillingMode': 'PAY_PER_REQUEST',
                 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}],
                 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}]}""".formatted(name)));
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void writesAllOrNothing() {
        write(put("1", ""));
        AwsError error = requests.refusal(
                "TransactWriteItems",
                items(put("2", ""), put("1", ", 'ConditionExpression': 'attribute_not_exists(id)'")));
        assertThat(error.code()).isEqualTo("TransactionCanceledException");
        assertThat(error.message()).isEqualTo(REFUSED + "[None, ConditionalCheckFailed]");
        assertThat(error.members().get("CancellationReasons"))
                .isEqualTo(List.of(
                        Map.of("Code", "None"),
                        Map.of("Code", "ConditionalCheckFailed", "Message", "The conditional request failed")));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aTokenIsGoodForOneTransactionInTenMinutes() {
        String add = "{'Update': {'TableName': 'orders', 'Key': {'id': {'S': '1'}}, 'UpdateExpression': 'ADD n :n',"
                + " 'ExpressionAttributeValues': {':n': {'N': '%d'}}}}";
        String once = tokened(add.formatted(1));
        requests.call("TransactWriteItems", once);
        requests.call("TransactWriteItems", once);
        assertThat(n()).isEqualTo("1");
        assertThat(requests.refusal("TransactWriteItems", tokened(add.formatted(2)))
                        .code())
                .isEqualTo("IdempotentParameterMismatchException");
        clock.advance(Duration.ofMinutes(11));
        requests.call("TransactWriteItems", once);
        assertThat(n()).isEqualTo("2");
    }

    @Test
    void aTokenIsNotGoodForAnotherTransactionOfTheSameHash() {
        requests.call("TransactWriteItems", tokened(put("Aa", "")));
        assertThat("Aa").hasSameHashCodeAs("BB");
        assertThat(requests.refusal("TransactWriteItems", tokened(put("BB", "")))
                        .code())
                .isEqualTo("IdempotentParameterMismatchException");
        String update = "{'ClientRequestToken': 'other', 'TransactStatements': [{'Statement':"
                + " 'UPDATE orders SET n = ? WHERE id = ?', 'Parameters': [{'S': '%s'}, {'S': 'Aa'}]}]}";
        requests.call("ExecuteTransaction", update.formatted("Aa"));
        assertThat(requests.refusal("ExecuteTransaction", update.formatted("BB"))
                        .code())
                .isEqualTo("IdempotentParameterMismatchException");
    }

    @Test
    void aTokenIsGoodForTheSameTransactionInAnotherOrderOfNames() {
        String put = "{'Put': {'TableName': 'orders', 'Item': {%s}}}";
        String id = "'id': {'S': '1'}";
        String n = "'n': {'N': '1'}";
        requests.call("TransactWriteItems", tokened(put.formatted(id + ", " + n)));
        requests.call("TransactWriteItems", tokened(put.formatted(n + ", " + id)));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void refusesTwoActionsOnOneItem() {
        assertThat(requests.refusal("TransactWriteItems", items(put("1", ""), put("1", "")))
                        .message())
                .isEqualTo("Transaction request cannot include multiple operations on one item");
    }

    @Test
    void aKeyOfTheWrongTypeIsAReasonAndAnEmptyOneAFault() {
        AwsError wrong = requests.refusal(
                "TransactWriteItems", items("{'Put': {'TableName': 'orders', 'Item': {'id': {'N': '5'}}}}"));
        assertThat(wrong.message()).isEqualTo(REFUSED + "[ValidationError]");
        assertThat(requests.refusal("TransactWriteItems", items(put("", ""))).code())
                .isEqualTo("ValidationException");
    }

    @Test
    void readsItemsOfOneMoment() {
        write(put("1", ""), put("2", ""));
        JsonNode reply = requests.call("TransactGetItems", """
                {'ReturnConsumedCapacity': 'TOTAL', 'TransactItems': [
                  {'Get': {'TableName': 'orders', 'Key': {'id': {'S': '2'}}}},
                  {'Get': {'TableName': 'orders', 'Key': {'id': {'S': '3'}}}}]}""");
        assertThat(reply.get("Responses").get(0).get("Item").get("id")).hasToString("{\"S\":\"2\"}");
        assertThat(reply.get("Responses").get(1).has("Item")).isFalse();
        assertThat(reply.get("ConsumedCapacity").get(0).get("CapacityUnits").doubleValue())
                .isEqualTo(4);
    }

    @Test
    void tellsNoItemOfWhichNothingIsWanted() {
        write(put("1", ""));
        JsonNode reply = requests.call("TransactGetItems", """
                {'TransactItems': [{'Get': {'TableName': 'orders', 'Key': {'id': {'S': '1'}},
                  'ProjectionExpression': 'absent'}}]}""");
        assertThat(reply.get("Responses").get(0).isEmpty()).isTrue();
    }

    @Test
    void anEmptyKeyOfAnIndexIsAFaultAndOneOfTheWrongTypeAReason() {
        requests.call("CreateTable", """
                {'TableName': 'indexed', 'BillingMode': 'PAY_PER_REQUEST',
                 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'},
                   {'AttributeName': 'shop', 'AttributeType': 'S'}],
                 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}],
                 'GlobalSecondaryIndexes': [{'IndexName': 'by-shop', 'Projection': {'ProjectionType': 'ALL'},
                   'KeySchema': [{'AttributeName': 'shop', 'KeyType': 'HASH'}]}]}""");
        String update = "{'Update': {'TableName': 'indexed', 'Key': {'id': {'S': '1'}},"
                + " 'UpdateExpression': 'SET shop = :s', 'ExpressionAttributeValues': {':s': %s}}}";
        assertThat(requests.refusal("TransactWriteItems", items(update.formatted("{'S': ''}")))
                        .message())
                .contains("update a secondary index key");
        assertThat(requests.refusal("TransactWriteItems", items(update.formatted("{'N': '1'}")))
                        .message())
                .isEqualTo(REFUSED + "[ValidationError]");
    }

    @Test
    void tellsTheCollectionsThatWereWrittenTo() {
        requests.call("CreateTable", """
                {'TableName': 'local', 'BillingMode': 'PAY_PER_REQUEST',
                 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'},
                   {'AttributeName': 'part', 'AttributeType': 'S'}, {'AttributeName': 'n', 'AttributeType': 'N'}],
                 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'},
                   {'AttributeName': 'part', 'KeyType': 'RANGE'}],
                 'LocalSecondaryIndexes': [{'IndexName': 'by-n', 'Projection': {'ProjectionType': 'ALL'},
                   'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'},
                     {'AttributeName': 'n', 'KeyType': 'RANGE'}]}]}""");
        JsonNode reply = requests.call("TransactWriteItems", """
                {'ReturnItemCollectionMetrics': 'SIZE', 'TransactItems': [
                  {'Put': {'TableName': 'local', 'Item': {'id': {'S': 'put'}, 'part': {'S': '1'}}}},
                  {'Delete': {'TableName': 'local', 'Key': {'id': {'S': 'deleted'}, 'part': {'S': '1'}}}},
                  {'ConditionCheck': {'TableName': 'local', 'Key': {'id': {'S': 'put'}, 'part': {'S': '2'}},
                    'ConditionExpression': 'attribute_not_exists(id)'}},
                  {'Update': {'TableName': 'local', 'Key': {'id': {'S': 'updated'}, 'part': {'S': '1'}},
                    'UpdateExpression': 'REMOVE n'}},
                  {'Put': {'TableName': 'orders', 'Item': {'id': {'S': '1'}}}}]}""");
        JsonNode metrics = reply.get("ItemCollectionMetrics");
        assertThat(metrics.propertyNames()).containsExactly("local");
        assertThat(metrics.get("local").valueStream().map(metric -> metric.get("ItemCollectionKey")))
                .containsExactly(
                        Requests.json("{'id': {'S': 'put'}}"),
                        Requests.json("{'id': {'S': 'deleted'}}"),
                        Requests.json("{'id': {'S': 'updated'}}"));
    }

    @Test
    void aBatchPutsAndDeletes() {
        write(put("1", ""));
        JsonNode reply = requests.call("BatchWriteItem", """
                {'RequestItems': {'orders': [{'PutRequest': {'Item': {'id': {'S': '2'}}}},
                  {'DeleteRequest': {'Key': {'id': {'S': '1'}}}}]}}""");
        assertThat(reply.get("UnprocessedItems").isEmpty()).isTrue();
        JsonNode got = requests.call("BatchGetItem", """
                {'RequestItems': {'orders': {'Keys': [{'id': {'S': '1'}}, {'id': {'S': '2'}}]}}}""");
        assertThat(got.get("Responses").get("orders")).hasToString("[{\"id\":{\"S\":\"2\"}}]");
    }

    @Test
    void aWriteOfABatchThatIsNullIsNotThere() {
        requests.call("BatchWriteItem", """
                {'RequestItems': {'orders': [{'PutRequest': {'Item': {'id': {'S': '1'}}}, 'DeleteRequest': null},
                  {'PutRequest': null, 'DeleteRequest': {'Key': {'id': {'S': '2'}}}}]}}""");
        assertThat(count()).isEqualTo(1);
        assertThat(requests.refusal("BatchWriteItem", "{'RequestItems': {'orders': [{'PutRequest': null}]}}")
                        .message())
                .startsWith("Supplied WriteRequest is empty");
    }

    @Test
    void aBatchTellsBackWhatIsHeldBack() {
        String both = "{'RequestItems': {'slow': [{'PutRequest': {'Item': {'id': {'S': '1'}}}}]%s}}";
        JsonNode reply = requests.call(
                "BatchWriteItem", both.formatted(", 'orders': [{'PutRequest': {'Item': {'id': {'S': '1'}}}}]"));
        assertThat(reply.get("UnprocessedItems"))
                .isEqualTo(Requests.json("{'slow': [{'PutRequest': {'Item': {'id': {'S': '1'}}}}]}"));
        assertThat(requests.refusal("BatchWriteItem", both.formatted("")).code())
                .isEqualTo("ProvisionedThroughputExceededException");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aTransactionShowsItsActionsIfTheyAreTooManyOrNone() {
        assertThat(requests.refusal("TransactWriteItems", "{'TransactItems': []}")
                        .message())
                .isEqualTo("1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint:"
                        + " Member must have length greater than or equal to 1");
        String gets = IntStream.range(0, 101)
                .mapToObj("{'Get': {'TableName': 'orders', 'Key': {'id': {'S': '%d'}}}}"::formatted)
                .collect(Collectors.joining(", "));
        assertThat(requests.refusal("TransactGetItems", "{'TransactItems': [%s]}".formatted(gets))
                        .message())
                .startsWith("1 validation error detected: Value '[{")
                .endsWith("]' at 'transactItems' failed to satisfy constraint: Member must have length less than or"
                        + " equal to 100");
    }

    @Test
    void aBatchHasLimits() {
        String writes = IntStream.range(0, 26)
                .mapToObj("{'PutRequest': {'Item': {'id': {'S': '%d'}}}}"::formatted)
                .collect(Collectors.joining(", "));
        assertThat(requests.refusal("BatchWriteItem", "{'RequestItems': {'orders': [%s]}}".formatted(writes))
                        .message())
                .startsWith("1 validation error detected: Value '{orders=[WriteRequest(putRequest=")
                .endsWith("]}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint:"
                        + " [Member must have length less than or equal to 25, Member must have length greater than"
                        + " or equal to 1]");
        assertThat(requests.refusal("BatchWriteItem", "{'RequestItems': {}}").message())
                .isEqualTo("The requestItems parameter is required for BatchWriteItem");
        assertThat(requests.refusal("BatchGetItem", "{'RequestItems': {}}").message())
                .isEqualTo("The requestItems parameter is required for BatchGetItem");
        assertThat(requests.refusal("BatchWriteItem", """
                        {'RequestItems': {'orders': [{'PutRequest': {'Item': {'id': {'S': '1'}}}},
                         {'DeleteRequest': {'Key': {'id': {'S': '1'}}}}]}}""").message())
                .isEqualTo("Provided list of item keys contains duplicates");
    }

    @Test
    void itemsExpire() {
        requests.call("UpdateTimeToLive", """
                {'TableName': 'orders', 'TimeToLiveSpecification': {'AttributeName': 'until', 'Enabled': true}}""");
        long now = clock.instant().getEpochSecond();
        write(put("1", ""), expiring("2", now - 10), expiring("3", now + 10));
        db.sweep();
        assertThat(count()).isEqualTo(2);
        clock.advance(Duration.ofSeconds(20));
        db.sweep();
        assertThat(count()).isEqualTo(1);
    }

    private static String expiring(String id, long until) {
        return "{'Put': {'TableName': 'orders', 'Item': {'id': {'S': '%s'}, 'until': {'N': '%d'}}}}"
                .formatted(id, until);
    }

    private static String put(String id, String more) {
        return "{'Put': {'TableName': 'orders', 'Item': {'id': {'S': '%s'}}%s}}".formatted(id, more);
    }

    private static String items(String... items) {
        return "{'TransactItems': [%s]}".formatted(String.join(", ", items));
    }

    private static String tokened(String item) {
        return "{'ClientRequestToken': 'token', 'TransactItems': [%s]}".formatted(item);
    }

    private void write(String... items) {
        requests.call("TransactWriteItems", items(items));
    }

    private int count() {
        return requests.call("Scan", "{'TableName': 'orders', 'Select': 'COUNT'}")
                .get("Count")
                .intValue();
    }

    private String n() {
        return requests.call("GetItem", "{'TableName': 'orders', 'Key': {'id': {'S': '1'}}}")
                .get("Item")
                .get("n")
                .get("N")
                .stringValue();
    }
}
