package io.tillstream.localcloud.kinesis;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A stream as the describing operations show it. */
final class StreamReply {

    private static final String STATUS = "ACTIVE";

    private StreamReply() {}

    record Mode(String streamMode) {}

    record Described(
            String streamName,
            String streamARN,
            String streamStatus,
            Mode streamModeDetails,
            int retentionPeriodHours,
            Instant streamCreationTimestamp,
            String encryptionType,
            List<Map<String, List<String>>> enhancedMonitoring,
            List<ShardReply> shards,
            boolean hasMoreShards) {}

    record Summary(
            String streamName,
            String streamARN,
            String streamStatus,
            Mode streamModeDetails,
            int retentionPeriodHours,
            Instant streamCreationTimestamp,
            String encryptionType,
            List<Map<String, List<String>>> enhancedMonitoring,
            int openShardCount,
            int consumerCount,
            int maxRecordSizeInKiB) {}

    record Listed(
            String streamName,
            String streamARN,
            String streamStatus,
            Mode streamModeDetails,
            Instant streamCreationTimestamp) {}

    static Described described(StreamDescription stream, List<ShardReply> shards, boolean more) {
        return new Described(
                stream.name(),
                stream.arn(),
                STATUS,
                new Mode(stream.mode()),
                stream.retentionHours(),
                stream.created(),
                "NONE",
                List.of(Map.of("ShardLevelMetrics", List.of())),
                shards,
                more);
    }

    static Summary summary(StreamDescription stream) {
        return new Summary(
                stream.name(),
                stream.arn(),
                STATUS,
                new Mode(stream.mode()),
                stream.retentionHours(),
                stream.created(),
                "NONE",
                List.of(Map.of("ShardLevelMetrics", List.of())),
                stream.topology().open().size(),
                0,
                stream.maxRecordKiB());
    }

    static Listed listed(StreamDescription stream) {
        return new Listed(stream.name(), stream.arn(), STATUS, new Mode(stream.mode()), stream.created());
    }
}
