package io.tillstream.localcloud.dynamodb.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tillstream.localcloud.dynamodb.tables.ChangeRecord;
import io.tillstream.localcloud.dynamodb.tables.ChangeStream;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemSize;
import io.tillstream.localcloud.protocol.AwsError;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Streams and their records as requests are told of them. */
final class ChangeStreamReply {

    private static final int NUMBER_DIGITS = 21;
    private static final String REGION = "eu-west-1";

    private ChangeStreamReply() {}

    static Map<String, Object> named(TableDefinition table) {
        Map<String, Object> reply = new LinkedHashMap<>();
        ChangeStream stream = table.settings().changeStream();
        if (stream != null) {
            reply.put("StreamArn", String.valueOf(table.streamArn()));
            reply.put("StreamLabel", stream.label());
            reply.put("TableName", table.name());
        }
        return reply;
    }

    static Map<String, Object> described(TableDefinition table, ChangeStream stream, boolean withShard) {
        Map<String, Object> reply = named(table);
        reply.put("StreamStatus", "ENABLED");
        reply.put("StreamViewType", stream.view());
        reply.put("CreationRequestDateTime", stream.created());
        reply.put("KeySchema", TableReply.keys(table.keys()));
        Map<String, Object> shard = Map.of(
                "ShardId", shardId(stream), "SequenceNumberRange", Map.of("StartingSequenceNumber", sequenceNumber(0)));
        reply.put("Shards", withShard ? List.of(shard) : List.of());
        return reply;
    }

    static String shardId(ChangeStream stream) {
        return "shardId-%020d-%08x".formatted(stream.created().toEpochMilli(), stream.space());
    }

    static Map<String, Object> record(ChangeStream stream, ChangeRecord change, long number) {
        Map<String, Object> reply = new LinkedHashMap<>();
        String sequenceNumber = sequenceNumber(number);
        reply.put("eventID", eventId(stream, sequenceNumber));
        reply.put("eventName", change.event());
        reply.put("eventVersion", "1.1");
        reply.put("eventSource", "aws:dynamodb");
        reply.put("awsRegion", REGION);
        reply.put("dynamodb", content(stream, change, sequenceNumber));
        if (change.expired()) {
            reply.put("userIdentity", Map.of("PrincipalId", "dynamodb.amazonaws.com", "Type", "Service"));
        }
        return reply;
    }

    private static Map<String, Object> content(ChangeStream stream, ChangeRecord change, String sequenceNumber) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("ApproximateCreationDateTime", change.time().truncatedTo(ChronoUnit.SECONDS));
        content.put("Keys", change.keys());
        int bytes = ItemSize.of(change.keys());
        bytes += put(content, "NewImage", change.after());
        bytes += put(content, "OldImage", change.before());
        content.put("SequenceNumber", sequenceNumber);
        content.put("SizeBytes", bytes);
        content.put("StreamViewType", stream.view());
        return content;
    }

    private static int put(Map<String, Object> content, String member, @Nullable Item image) {
        if (image == null) {
            return 0;
        }
        content.put(member, image);
        return ItemSize.of(image);
    }

    private static String eventId(ChangeStream stream, String sequenceNumber) {
        return UUID.nameUUIDFromBytes((shardId(stream) + sequenceNumber).getBytes(UTF_8))
                .toString()
                .replace("-", "");
    }

    /** All have 21 digits, so that they are in order as texts, too. */
    private static String sequenceNumber(long number) {
        return "1%020d".formatted(number);
    }

    /** The number of the record that has a sequence number. */
    static long number(String sequenceNumber) {
        if (sequenceNumber.length() != NUMBER_DIGITS) {
            throw invalid();
        }
        try {
            return Long.parseLong(sequenceNumber.substring(1));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    private static AwsError invalid() {
        return AwsError.validation("Invalid SequenceNumber");
    }
}
