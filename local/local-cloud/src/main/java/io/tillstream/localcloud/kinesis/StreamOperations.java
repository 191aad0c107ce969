package io.tillstream.localcloud.kinesis;

import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The operations on streams as a whole. */
final class StreamOperations {

    private static final int DEFAULT_RETENTION_HOURS = 24;
    private static final int MAX_RETENTION_HOURS = 8760;
    private static final int DEFAULT_RECORD_KIB = 1024;
    private static final int MAX_RECORD_KIB = 10 * 1024;
    private static final int ON_DEMAND_SHARDS = 4;

    private final Streams streams;
    private final Clock clock;

    StreamOperations(Streams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    Map<String, Operation> all() {
        return Map.ofEntries(
                Map.entry("CreateStream", this::create),
                Map.entry("DeleteStream", this::delete),
                Map.entry("DescribeStream", this::describe),
                Map.entry("DescribeStreamSummary", this::summarize),
                Map.entry("ListStreams", this::list),
                Map.entry("DescribeLimits", request -> limits()),
                Map.entry("IncreaseStreamRetentionPeriod", request -> retain(request, true)),
                Map.entry("DecreaseStreamRetentionPeriod", request -> retain(request, false)),
                Map.entry("RegisterStreamConsumer", request -> noFanOut()),
                Map.entry("DescribeStreamConsumer", request -> noFanOut()));
    }

    private Object create(AwsRequest request) {
        String name = request.requiredText("StreamName");
        if (!name.matches("[a-zA-Z0-9_.-]{1,128}")) {
            throw AwsError.validation(
                    "1 validation error detected: Value '%s' at 'streamName' failed to satisfy ".formatted(name)
                            + "constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        }
        boolean onDemand = request.structure("StreamModeDetails")
                .map(mode -> mode.requiredText("StreamMode").equals("ON_DEMAND"))
                .orElse(false);
        int shards = onDemand ? ON_DEMAND_SHARDS : request.requiredNumber("ShardCount");
        int recordKiB = request.number("MaxRecordSizeInKiB").orElse(DEFAULT_RECORD_KIB);
        if (shards < 1 || recordKiB < DEFAULT_RECORD_KIB || recordKiB > MAX_RECORD_KIB) {
            throw AwsError.validation("ShardCount or MaxRecordSizeInKiB is out of range");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        streams.create(new StreamDescription(
                name,
                now,
                onDemand,
                DEFAULT_RETENTION_HOURS,
                recordKiB,
                request.textMap("Tags"),
                Topology.even(shards, now)));
        return Map.of();
    }

    private Object delete(AwsRequest request) {
        streams.delete(streams.of(request));
        return Map.of();
    }

    private Object describe(AwsRequest request) {
        LiveStream stream = streams.of(request);
        StreamDescription description = stream.description();
        int limit = request.number("Limit").orElse(100);
        int after = request.text("ExclusiveStartShardId")
                .map(id -> ShardId.parse(id).number())
                .orElse(-1);
        List<Shard> rest = description.topology().shards().stream()
                .filter(shard -> shard.number() > after)
                .toList();
        List<ShardReply> page = rest.stream()
                .limit(limit)
                .map(shard -> ShardReply.of(description, shard))
                .toList();
        return Map.of("StreamDescription", StreamReply.described(stream, page, rest.size() > page.size()));
    }

    private Object summarize(AwsRequest request) {
        return Map.of("StreamDescriptionSummary", StreamReply.summary(streams.of(request)));
    }

    record StreamList(List<String> streamNames, boolean hasMoreStreams, List<StreamReply.Listed> streamSummaries) {}

    private Object list(AwsRequest request) {
        String after = request.text("NextToken")
                .or(() -> request.text("ExclusiveStartStreamName"))
                .orElse("");
        List<String> rest = streams.names().stream()
                .filter(name -> name.compareTo(after) > 0)
                .toList();
        List<String> page =
                rest.stream().limit(request.number("Limit").orElse(100)).toList();
        List<StreamReply.Listed> listed = page.stream()
                .map(name -> StreamReply.listed(streams.named(name)))
                .toList();
        return new StreamList(page, rest.size() > page.size(), listed);
    }

    record Limits(int shardLimit, long openShardCount, int onDemandStreamCount, int onDemandStreamCountLimit) {}

    private Object limits() {
        long open = streams.all().stream()
                .mapToLong(stream -> stream.description().topology().open().size())
                .sum();
        long onDemand = streams.all().stream()
                .filter(stream -> stream.description().onDemand())
                .count();
        return new Limits(500, open, (int) onDemand, 50);
    }

    private Object retain(AwsRequest request, boolean longer) {
        LiveStream stream = streams.of(request);
        int hours = request.requiredNumber("RetentionPeriodHours");
        streams.update(stream, description -> {
            int before = description.retentionHours();
            if (hours < DEFAULT_RETENTION_HOURS
                    || hours > MAX_RETENTION_HOURS
                    || (longer ? hours < before : hours > before)) {
                throw KinesisErrors.invalid(
                        "Retention of %d hours is not possible after %d hours".formatted(hours, before));
            }
            return description.withRetentionHours(hours);
        });
        return Map.of();
    }

    private static Object noFanOut() {
        throw AwsError.badRequest(
                "UnsupportedOperationException",
                "Enhanced fan-out is not available on this endpoint; poll with GetRecords instead");
    }
}
