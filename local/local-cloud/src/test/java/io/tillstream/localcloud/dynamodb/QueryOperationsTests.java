package io.tillstream.localcloud.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.protocol.EntryFaults;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class QueryOperationsTests {

    private static final String KEYED = """
            'TableName': 'lines', 'KeyConditionExpression': '%s', 'ExpressionAttributeValues': %s""";

    private final DynamoDb db = DynamoDb.ephemeral(Clock.systemUTC(), EntryFaults.NONE);
    private final Requests requests = new Requests(db);

    @BeforeEach
    void createTable() {
        requests.call("CreateTable", """
                {'TableName': 'lines', 'BillingMode': 'PAY_PER_REQUEST',
                 'AttributeDefinitions': [
                    {'AttributeName': 'p', 'AttributeType': 'S'}, {'AttributeName': 's', 'AttributeType': 'N'},
                    {'AttributeName': 'g', 'AttributeType': 'S'}, {'AttributeName': 'l', 'AttributeType': 'S'}],
                 'KeySchema': [{'AttributeName': 'p', 'KeyType': 'HASH'}, {'AttributeName': 's', 'KeyType': 'RANGE'}],
                 'LocalSecondaryIndexes': [{'IndexName': 'by-l', 'Projection': {'ProjectionType': 'KEYS_ONLY'},
                    'KeySchema': [{'AttributeName': 'p', 'KeyType': 'HASH'},
                                  {'AttributeName': 'l', 'KeyType': 'RANGE'}]}],
                 'GlobalSecondaryIndexes': [{'IndexName': 'by-g', 'Projection': {'ProjectionType': 'ALL'},
                    'KeySchema': [{'AttributeName': 'g', 'KeyType': 'HASH'}]}]}""");
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void readsAPartitionInTheOrderOfNumbers() {
        for (String s : List.of("10", "-3", "2.5", "0")) {
            put("a", s, "'g': {'S': 'x'}");
        }
        put("b", "1", "'g': {'S': 'x'}");
        assertThat(sorts(query("p = :p", "{':p': {'S': 'a'}}", ""))).containsExactly("-3", "0", "2.5", "10");
        assertThat(sorts(query("p = :p", "{':p': {'S': 'a'}}", ", 'ScanIndexForward': false")))
                .containsExactly("10", "2.5", "0", "-3");
        assertThat(sorts(query(
                        "p = :p AND s BETWEEN :x AND :y",
                        "{':p': {'S': 'a'}, ':x': {'N': '0'}, ':y': {'N': '9'}}",
                        "")))
                .containsExactly("0", "2.5");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pagesPutTogetherAreTheWhole(boolean forward) {
        for (int s = 0; s < 10; s++) {
            put("a", "" + s, "'g': {'S': 'x'}");
        }
        List<String> found = new ArrayList<>();
        String start = "";
        int pages = 0;
        do {
            JsonNode page = query(
                    "p = :p", "{':p': {'S': 'a'}}", ", 'Limit': 3, 'ScanIndexForward': %s%s".formatted(forward, start));
            found.addAll(sorts(page));
            start = page.has("LastEvaluatedKey") ? ", 'ExclusiveStartKey': " + page.get("LastEvaluatedKey") : "";
            pages++;
        } while (!start.isEmpty());
        assertThat(found)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) -> forward ? a.compareTo(b) : b.compareTo(a));
        assertThat(pages).isEqualTo(4);
    }

    @Test
    void aPageEndsBeforeOneMegabyte() {
        for (int s = 0; s < 4; s++) {
            put("a", "" + s, "'text': {'S': '%s'}".formatted("x".repeat(300_000)));
        }
        JsonNode page = query("p = :p", "{':p': {'S': 'a'}}", ", 'ReturnConsumedCapacity': 'TOTAL'");
        assertThat(sorts(page)).containsExactly("0", "1", "2");
        assertThat(page.get("LastEvaluatedKey").get("s")).hasToString("{\"N\":\"2\"}");
        assertThat(page.get("ConsumedCapacity").get("CapacityUnits").doubleValue())
                .isEqualTo(110);
    }

    @Test
    void filtersAfterTheLimit() {
        put("a", "1", "'note': {'S': 'x'}");
        put("a", "2", "'note': {'S': 'y'}");
        JsonNode page = query(
                "p = :p", "{':p': {'S': 'a'}, ':n': {'S': 'y'}}", ", 'Limit': 1, 'FilterExpression': 'note = :n'");
        assertThat(page.get("Count").intValue()).isZero();
        assertThat(page.get("ScannedCount").intValue()).isEqualTo(1);
        assertThat(page.has("LastEvaluatedKey")).isTrue();
    }

    @Test
    void indexesFollowTheirItems() {
        put("a", "1", "'g': {'S': 'x'}, 'l': {'S': 'm'}, 'note': {'S': 'n'}");
        assertThat(byG("x").get("Count").intValue()).isEqualTo(1);
        requests.call("UpdateItem", """
                {'TableName': 'lines', 'Key': {'p': {'S': 'a'}, 's': {'N': '1'}}, 'UpdateExpression': 'SET g = :g',
                 'ExpressionAttributeValues': {':g': {'S': 'y'}}}""");
        assertThat(byG("x").get("Count").intValue()).isZero();
        assertThat(byG("y").get("Items").get(0).get("note")).hasToString("{\"S\":\"n\"}");
        requests.call("DeleteItem", "{'TableName': 'lines', 'Key': {'p': {'S': 'a'}, 's': {'N': '1'}}}");
        assertThat(byG("y").get("Count").intValue()).isZero();
    }

    @Test
    void aLocalIndexTellsItsKeysOrFetchesTheRest() {
        put("a", "1", "'l': {'S': 'm'}, 'note': {'S': 'n'}");
        String byL = "{'TableName': 'lines', 'IndexName': 'by-l', 'KeyConditionExpression': 'p = :p',"
                + " 'ExpressionAttributeValues': {':p': {'S': 'a'}}%s}";
        assertThat(requests.call("Query", byL.formatted("")).get("Items").get(0).propertyNames())
                .containsExactlyInAnyOrder("p", "s", "l");
        assertThat(requests.call("Query", byL.formatted(", 'Select': 'ALL_ATTRIBUTES'"))
                        .get("Items")
                        .get(0)
                        .propertyNames())
                .contains("note");
    }

    @Test
    void segmentsTogetherAreTheTable() {
        for (int i = 0; i < 200; i++) {
            put("p" + i, "1", "'note': {'S': 'x'}");
        }
        Set<String> found = new HashSet<>();
        int sum = 0;
        for (int segment = 0; segment < 7; segment++) {
            JsonNode page = requests.call(
                    "Scan", "{'TableName': 'lines', 'Segment': %d, 'TotalSegments': 7}".formatted(segment));
            assertThat(page.get("Count").intValue()).isBetween(5, 80);
            page.get("Items").forEach(item -> found.add(item.get("p").toString()));
            sum += page.get("Count").intValue();
        }
        assertThat(found).hasSize(200);
        assertThat(sum).isEqualTo(200);
    }

    @Test
    void aNewIndexHasTheItemsThatWereThere() {
        for (int i = 0; i < 1200; i++) {
            put("p" + i % 10, "" + i, "'kind': {'S': 'k%d'}".formatted(i % 3));
        }
        put("p0", "9999", "'kind': {'N': '1'}");
        requests.call("UpdateTable", """
                {'TableName': 'lines', 'AttributeDefinitions': [{'AttributeName': 'kind', 'AttributeType': 'S'}],
                 'GlobalSecondaryIndexUpdates': [{'Create': {'IndexName': 'by-kind',
                    'KeySchema': [{'AttributeName': 'kind', 'KeyType': 'HASH'}],
                    'Projection': {'ProjectionType': 'KEYS_ONLY'}}}]}""");
        assertThat(requests.call("DescribeTable", "{'TableName': 'lines'}")
                        .get("Table")
                        .get("TableStatus")
                        .stringValue())
                .isEqualTo("ACTIVE");
        assertThat(requests.call("Query", """
                        {'TableName': 'lines', 'IndexName': 'by-kind', 'KeyConditionExpression': 'kind = :k',
                         'ExpressionAttributeValues': {':k': {'S': 'k1'}}}""").get("Count").intValue()).isEqualTo(400);
    }

    @Test
    void tellsWhatIsWrongWithAQuery() {
        assertThat(requests.refusal("Query", "{" + KEYED.formatted("s = :s", "{':s': {'N': '1'}}") + "}")
                        .message())
                .isEqualTo("Query condition missed key schema element: p");
        assertThat(requests.refusal("Query", "{" + KEYED.formatted("p = :p", "{':p': {'S': 'a'}}") + ", 'Limit': 0}")
                        .message())
                .isEqualTo(
                        "1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member must have"
                                + " value greater than or equal to 1");
        assertThat(requests.refusal("Scan", "{'TableName': 'lines', 'IndexName': 'nope'}")
                        .message())
                .isEqualTo("The table does not have the specified index: nope");
    }

    private JsonNode byG(String g) {
        return requests.call("Query", """
                {'TableName': 'lines', 'IndexName': 'by-g', 'KeyConditionExpression': 'g = :g',
                 'ExpressionAttributeValues': {':g': {'S': '%s'}}}""".formatted(g));
    }

    private JsonNode query(String condition, String values, String more) {
        return requests.call("Query", "{" + KEYED.formatted(condition, values) + more + "}");
    }

    private static List<String> sorts(JsonNode page) {
        return page.get("Items").values().stream()
                .map(item -> item.get("s").get("N").stringValue())
                .toList();
    }

    private void put(String p, String s, String attributes) {
        requests.call(
                "PutItem",
                "{'TableName': 'lines', 'Item': {'p': {'S': '%s'}, 's': {'N': '%s'}, %s}}".formatted(p, s, attributes));
    }
}
