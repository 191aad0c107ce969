package io.tillstream.consumers.shard;

import io.tillstream.model.layout.FeedLayout;
import io.tillstream.model.layout.Names;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the KCL applications read the stream. The defaults are for AWS; on one machine shorter times make for quick
 * starts and cost nothing.
 *
 * @param stream the Kinesis stream of transactions; that of another feed has the name of the feed
 * @param applicationPrefix goes before a sink's name to make the names of its KCL application and lease table
 * @param workerId a fixed name gets its shards back at once after a restart; only where two processes can never run at
 *     the same time; made up at each start unless set
 * @param leaseTables the lease table of a sink, as {@code lease-tables.lake}; the name of its application unless set
 * @param startPosition where an application without leases begins: {@code trim-horizon}, {@code latest} or an instant
 *     as {@code 2026-03-01T12:00:00Z}
 * @param retrieval {@code polling}, or {@code fan-out}: 2 MB a second of each shard for each application, at AWS's
 *     price for it; not in the embedded cloud
 * @param maxRecords records asked for in one read
 * @param idleBetweenReads pause between two reads of a shard; all applications share five reads and 2 MB a second of
 *     it, so three keep up with 0.66 MB/s a shard
 * @param failoverTime without renewal for this long, a shard goes to another worker
 * @param shardSyncInterval how often new shards are looked for
 * @param cloudwatchMetrics whether KCL publishes its own metrics
 * @param drainTimeout how long storing may take at a stop; the rest is the next worker's
 */
@Validated
@ConfigurationProperties("tillstream.consumers.kcl")
public record KclProperties(
        @DefaultValue(Names.TRANSACTIONS) @NotBlank String stream,
        @DefaultValue("tillstream-") String applicationPrefix,
        @DefaultValue("") String workerId,
        @DefaultValue Map<String, @NotBlank String> leaseTables,
        @DefaultValue("trim-horizon") StartPosition startPosition,
        @DefaultValue("polling") Retrieval retrieval,
        @DefaultValue("2000") @Min(1) @Max(10_000) int maxRecords,
        @DefaultValue("1s") @DurationMin(millis = 50) Duration idleBetweenReads,
        @DefaultValue("10s") @DurationMin(millis = 500) Duration failoverTime,
        @DefaultValue("60s") @DurationMin(millis = 500) Duration shardSyncInterval,
        @DefaultValue("true") boolean cloudwatchMetrics,
        @DefaultValue("25s") @DurationMin(seconds = 1) Duration drainTimeout) {

    /** The stream that has the lines of a feed. */
    public String streamOf(FeedLayout feed) {
        return feed.name().equals(FeedLayout.TRANSACTIONS.name()) ? stream : feed.stream();
    }
}
