package io.tillstream.localcloud.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.localcloud.MovableClock;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The streams of tables: what a change tells, in which order, and for how long. */
class ChangeStreamsTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String BOTH = "'StreamViewType': 'NEW_AND_OLD_IMAGES'";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private DynamoDb db;
    private Requests requests;

    @BeforeEach
    void open() {
        db = DynamoDb.open(folder, clock, EntryFaults.NONE);
        requests = new Requests(db);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void tellsEachChangeInOrder() {
        String arn = create("trips", BOTH);
        put("trips", "1", "a");
        put("trips", "1", "a");
        put("trips", "1", "b");
        requests.call("DeleteItem", "{'TableName': 'trips', 'Key': {'id': {'S': '1'}}}");
        requests.call("DeleteItem", "{'TableName': 'trips', 'Key': {'id': {'S': '1'}}}");
        requests.call("TransactWriteItems", """
                {'TransactItems': [{'Put': {'TableName': 'trips', 'Item': {'id': {'S': '2'}}}},
                 {'Put': {'TableName': 'trips', 'Item': {'id': {'S': '3'}}}}]}""");
        requests.call("BatchWriteItem", """
                {'RequestItems': {'trips': [{'DeleteRequest': {'Key': {'id': {'S': '2'}}}}]}}""");
        List<JsonNode> records = records(arn);
        assertThat(records)
                .extracting(record -> record.get("eventName").stringValue())
                .containsExactly("INSERT", "MODIFY", "REMOVE", "INSERT", "INSERT", "REMOVE");
        assertThat(records)
                .extracting(
                        record -> record.get("dynamodb").get("SequenceNumber").stringValue())
                .isSorted()
                .doesNotHaveDuplicates();
        JsonNode change = records.get(1).get("dynamodb");
        assertThat(change.get("Keys")).isEqualTo(Requests.json("{'id': {'S': '1'}}"));
        assertThat(change.get("OldImage")).isEqualTo(Requests.json("{'id': {'S': '1'}, 'note': {'S': 'a'}}"));
        assertThat(change.get("NewImage")).isEqualTo(Requests.json("{'id': {'S': '1'}, 'note': {'S': 'b'}}"));
    }

    @ParameterizedTest
    @CsvSource({"KEYS_ONLY, false, false", "NEW_IMAGE, true, false", "OLD_IMAGE, false, true"})
    void tellsWhatItsViewHas(String view, boolean newImage, boolean oldImage) {
        String arn = create("trips", "'StreamViewType': '" + view + "'");
        put("trips", "1", "a");
        put("trips", "1", "b");
        JsonNode change = records(arn).getLast().get("dynamodb");
        assertThat(change.has("NewImage")).isEqualTo(newImage);
        assertThat(change.has("OldImage")).isEqualTo(oldImage);
        assertThat(change.get("StreamViewType").stringValue()).isEqualTo(view);
    }

    @Test
    void isReadFromWhereTheReaderWants() {
        String arn = create("trips", BOTH);
        put("trips", "1", "a");
        put("trips", "2", "a");
        List<JsonNode> records = records(arn);
        String second = records.get(1).get("dynamodb").get("SequenceNumber").stringValue();
        String latest = iterator(arn, "'LATEST'");
        assertThat(read(iterator(arn, "'AT_SEQUENCE_NUMBER', 'SequenceNumber': '" + second + "'"))
                        .get("Records"))
                .containsExactly(records.get(1));
        assertThat(read(iterator(arn, "'AFTER_SEQUENCE_NUMBER', 'SequenceNumber': '" + second + "'"))
                        .get("Records"))
                .isEmpty();
        put("trips", "3", "a");
        assertThat(read(latest).get("Records")).hasSize(1);
    }

    @Test
    void isReadInPages() {
        String arn = create("trips", BOTH);
        List.of("1", "2", "3").forEach(id -> put("trips", id, "a"));
        JsonNode page =
                call("GetRecords", "{'ShardIterator': '%s', 'Limit': 2}".formatted(iterator(arn, "'TRIM_HORIZON'")));
        assertThat(page.get("Records")).hasSize(2);
        JsonNode rest = read(page.get("NextShardIterator").stringValue());
        assertThat(rest.get("Records")).hasSize(1);
        assertThat(read(rest.get("NextShardIterator").stringValue()).get("Records"))
                .isEmpty();
    }

    @Test
    void goesOnWhenOpenedAgain() {
        String arn = create("trips", BOTH);
        put("trips", "1", "a");
        List<JsonNode> before = records(arn);
        close();
        open();
        put("trips", "2", "a");
        assertThat(records(arn)).hasSize(2).startsWith(before.getFirst());
    }

    @Test
    void forgetsRecordsOfTheDayBefore() {
        String arn = create("trips", BOTH);
        put("trips", "1", "a");
        clock.advance(Duration.ofHours(23));
        put("trips", "2", "a");
        db.sweep();
        assertThat(records(arn)).hasSize(2);
        clock.advance(Duration.ofHours(2));
        db.sweep();
        assertThat(records(arn)).hasSize(1);
    }

    @Test
    void saysWhichItemsHaveExpired() {
        String arn = create("trips", BOTH);
        requests.call("UpdateTimeToLive", """
                {'TableName': 'trips', 'TimeToLiveSpecification': {'AttributeName': 'until', 'Enabled': true}}""");
        requests.call(
                "PutItem",
                "{'TableName': 'trips', 'Item': {'id': {'S': '1'}, 'until': {'N': '%d'}}}"
                        .formatted(clock.instant().getEpochSecond() - 10));
        db.sweep();
        JsonNode record = records(arn).getLast();
        assertThat(record.get("eventName").stringValue()).isEqualTo("REMOVE");
        assertThat(record.get("userIdentity").get("PrincipalId").stringValue()).isEqualTo("dynamodb.amazonaws.com");
    }

    @Test
    void listsAndDescribesStreams() {
        String trips = create("trips", BOTH);
        String orders = create("orders", BOTH);
        JsonNode first = call("ListStreams", "{'Limit': 1}");
        assertThat(arns(first)).containsExactly(orders);
        assertThat(arns(call("ListStreams", "{'ExclusiveStartStreamArn': '%s'}".formatted(orders))))
                .containsExactly(trips);
        assertThat(first.get("LastEvaluatedStreamArn").stringValue()).isEqualTo(orders);
        assertThat(arns(call("ListStreams", "{'TableName': 'trips'}"))).containsExactly(trips);
        JsonNode stream =
                call("DescribeStream", "{'StreamArn': '%s'}".formatted(trips)).get("StreamDescription");
        assertThat(stream.get("StreamStatus").stringValue()).isEqualTo("ENABLED");
        assertThat(stream.get("Shards")).hasSize(1);
        assertThat(stream.get("KeySchema").get(0).get("AttributeName").stringValue())
                .isEqualTo("id");
    }

    @Test
    void aStreamIsEnabledAndDisabledOnce() {
        String arn = create("trips", BOTH);
        String update = "{'TableName': 'trips', 'StreamSpecification': {%s}}";
        assertThat(requests.refusal("UpdateTable", update.formatted("'StreamEnabled': true, " + BOTH))
                        .message())
                .isEqualTo("Table already has an enabled stream: TableName: trips");
        requests.call("UpdateTable", update.formatted("'StreamEnabled': false"));
        assertThat(requests.call("DescribeTable", "{'TableName': 'trips'}")
                        .get("Table")
                        .has("LatestStreamArn"))
                .isFalse();
        assertThat(refusal("DescribeStream", "{'StreamArn': '%s'}".formatted(arn))
                        .code())
                .isEqualTo("ResourceNotFoundException");
        assertThat(requests.refusal("UpdateTable", update.formatted("'StreamEnabled': false"))
                        .message())
                .isEqualTo("Table has no stream to disable: TableName: trips");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "GetRecords | {'ShardIterator': 'any'} | ValidationException",
                "GetRecords | {'ShardIterator': 'arn:aws:dynamodb:eu-west-1:0:table/a/stream/b;7'} | ValidationException",
                "DescribeStream | {} | ValidationException",
                "DescribeStream | {'StreamArn': 'any'} | ResourceNotFoundException",
                "GetShardIterator | {'StreamArn': 'a', 'ShardId': 'b', 'ShardIteratorType': 'c'} | ValidationException",
                "ListShards | {} | UnknownOperationException"
            })
    void refuses(String operation, String body, String code) {
        assertThat(refusal(operation, body).code()).isEqualTo(code);
    }

    private String create(String table, String view) {
        return requests.call("CreateTable", """
                        {'TableName': '%s', 'BillingMode': 'PAY_PER_REQUEST',
                         'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}],
                         'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}],
                         'StreamSpecification': {'StreamEnabled': true, %s}}""".formatted(table, view))
                .get("TableDescription")
                .get("LatestStreamArn")
                .stringValue();
    }

    private void put(String table, String id, String note) {
        requests.call(
                "PutItem",
                "{'TableName': '%s', 'Item': {'id': {'S': '%s'}, 'note': {'S': '%s'}}}".formatted(table, id, note));
    }

    private List<JsonNode> records(String arn) {
        List<JsonNode> records = new ArrayList<>();
        read(iterator(arn, "'TRIM_HORIZON'")).get("Records").forEach(records::add);
        return records;
    }

    private JsonNode read(String iterator) {
        return call("GetRecords", "{'ShardIterator': '%s'}".formatted(iterator));
    }

    private String iterator(String arn, String type) {
        JsonNode shard = call("DescribeStream", "{'StreamArn': '%s'}".formatted(arn))
                .get("StreamDescription")
                .get("Shards")
                .get(0);
        return call(
                        "GetShardIterator",
                        "{'StreamArn': '%s', 'ShardId': %s, 'ShardIteratorType': %s}"
                                .formatted(arn, shard.get("ShardId"), type))
                .get("ShardIterator")
                .stringValue();
    }

    private static List<String> arns(JsonNode listed) {
        return listed.get("Streams").values().stream()
                .map(stream -> stream.get("StreamArn").stringValue())
                .toList();
    }

    private JsonNode call(String operation, String body) {
        return MAPPER.readTree(
                MAPPER.writeValueAsBytes(db.streams().call(operation, AwsRequest.ofJson(Requests.json(body)))));
    }

    private AwsError refusal(String operation, String body) {
        return Assertions.catchThrowableOfType(AwsError.class, () -> call(operation, body));
    }
}
