package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.store.EntryCursor;
import io.tillstream.localcloud.dynamodb.store.EntryRange;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.ChangeRecord;
import io.tillstream.localcloud.dynamodb.tables.ChangeStream;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The operations of DynamoDB Streams. Each stream has one shard, which never ends. */
public final class ChangeStreamOperations {

    private static final int MAX_LISTED = 100;
    private static final int MAX_RECORDS = 1_000;
    private static final int MAX_BYTES = 1024 * 1024;

    private final EntryStore store;
    private final Tables tables;

    public ChangeStreamOperations(EntryStore store, Tables tables) {
        this.store = store;
        this.tables = tables;
    }

    public Map<String, DynamoDbOperation> all() {
        return Map.of(
                "ListStreams", this::list,
                "DescribeStream", this::describe,
                "GetShardIterator", this::iterator,
                "GetRecords", this::records);
    }

    private Object list(AwsRequest request) {
        checkLimit(request, MAX_LISTED);
        String table = request.text("TableName").map(MemberChecks::withoutArn).orElse("");
        String after = request.text("ExclusiveStartStreamArn").orElse("");
        List<Map<String, Object>> rest = tables.all().stream()
                .filter(known -> known.streamArn() != null
                        && (table.isEmpty() || known.name().equals(table)))
                .map(ChangeStreamReply::named)
                .filter(stream -> arn(stream).compareTo(after) > 0)
                .sorted(Comparator.comparing(ChangeStreamOperations::arn))
                .toList();
        List<Map<String, Object>> page =
                rest.subList(0, Math.min(rest.size(), request.number("Limit").orElse(MAX_LISTED)));
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("Streams", page);
        if (page.size() < rest.size()) {
            reply.put("LastEvaluatedStreamArn", arn(page.getLast()));
        }
        return reply;
    }

    private static String arn(Map<String, Object> stream) {
        return String.valueOf(stream.get("StreamArn"));
    }

    private Object describe(AwsRequest request) {
        checkLimit(request, MAX_LISTED);
        TableDefinition table = tableOf(requiredArn(request));
        boolean again = request.has("ExclusiveStartShardId");
        return Map.of("StreamDescription", ChangeStreamReply.described(table, streamOf(table), !again));
    }

    private Object iterator(AwsRequest request) {
        MemberChecks checks = new MemberChecks(request);
        checks.required("StreamArn");
        checks.required("ShardId");
        checks.required("ShardIteratorType");
        checks.oneOf("ShardIteratorType", "AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER", "TRIM_HORIZON", "LATEST");
        checks.done();
        String arn = request.requiredText("StreamArn");
        String shard = request.requiredText("ShardId");
        if (!shard.equals(ChangeStreamReply.shardId(streamOf(tableOf(arn))))) {
            throw AwsError.badRequest(
                    "ResourceNotFoundException",
                    "Requested resource not found: Shard: %s in Stream: %s not found".formatted(shard, arn));
        }
        return Map.of("ShardIterator", new ChangePosition(arn, start(request)).text());
    }

    /** The number of the first record to read. */
    private long start(AwsRequest request) {
        return switch (request.requiredText("ShardIteratorType")) {
            case "LATEST" -> store.nextNumber();
            case "AT_SEQUENCE_NUMBER" -> sequenceNumber(request);
            case "AFTER_SEQUENCE_NUMBER" -> sequenceNumber(request) + 1;
            default -> 0;
        };
    }

    private static long sequenceNumber(AwsRequest request) {
        return request.text("SequenceNumber")
                .map(ChangeStreamReply::number)
                .orElseThrow(() -> AwsError.validation("SequenceNumber is required for this ShardIteratorType"));
    }

    private Object records(AwsRequest request) {
        checkLimit(request, MAX_RECORDS);
        ChangePosition position = ChangePosition.ofText(request.requiredText("ShardIterator"));
        ChangeStream stream = streamOf(tableOf(position.streamArn()));
        int limit = request.number("Limit").orElse(MAX_RECORDS);
        List<Map<String, Object>> records = new ArrayList<>();
        long next = position.number();
        int bytes = 0;
        EntryCursor cursor = store.cursor(stream.space(), new EntryRange(ChangeRecord.key(next), null), true);
        while (records.size() < limit && bytes < MAX_BYTES && cursor.next()) {
            long number = ChangeRecord.number(cursor.key());
            records.add(ChangeStreamReply.record(stream, ChangeRecord.decode(cursor.value()), number));
            bytes += cursor.value().length;
            next = number + 1;
        }
        return Map.of("Records", records, "NextShardIterator", new ChangePosition(position.streamArn(), next).text());
    }

    private static void checkLimit(AwsRequest request, int most) {
        MemberChecks checks = new MemberChecks(request);
        checks.atLeast("Limit", 1);
        checks.atMost("Limit", most);
        checks.done();
    }

    private static String requiredArn(AwsRequest request) {
        MemberChecks checks = new MemberChecks(request);
        checks.required("StreamArn");
        checks.done();
        return request.requiredText("StreamArn");
    }

    private TableDefinition tableOf(String streamArn) {
        return tables.all().stream()
                .filter(table -> streamArn.equals(table.streamArn()))
                .findFirst()
                .orElseThrow(() -> AwsError.badRequest(
                        "ResourceNotFoundException",
                        "Requested resource not found: Stream: %s not found".formatted(streamArn)));
    }

    private static ChangeStream streamOf(TableDefinition table) {
        return Objects.requireNonNull(table.settings().changeStream());
    }
}
