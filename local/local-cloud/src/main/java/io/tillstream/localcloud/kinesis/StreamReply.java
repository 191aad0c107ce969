package io.tillstream.localcloud.kinesis;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A stream as the describing operations show it. */
final class StreamReply {

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

    static Described described(LiveStream live, List<ShardReply> shards, boolean more) {
        StreamDescription stream = live.description();
        return new Described(
                stream.name(),
                stream.arn(),
                live.status(),
                new Mode(stream.mode()),
                stream.retentionHours(),
                stream.created(),
                "NONE",
                List.of(Map.of("ShardLevelMetrics", List.of())),
                shards,
                more);
    }

    static Summary summary(LiveStream live) {
        StreamDescription stream = live.description();
        return new Summary(
                stream.name(),
                stream.arn(),
                live.status(),
                new Mode(stream.mode()),
                stream.retentionHours(),
                stream.created(),
                "NONE",
                List.of(Map.of("ShardLevelMetrics", List.of())),
                stream.topology().open().size(),
                0,
                stream.maxRecordKiB());
    }

    static Listed listed(LiveStream live) {
        StreamDescription stream = live.description();
        return new Listed(stream.name(), stream.arn(), live.status(), new Mode(stream.mode()), stream.created());
    }
}
