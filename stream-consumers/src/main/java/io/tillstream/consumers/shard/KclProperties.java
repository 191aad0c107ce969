package io.tillstream.consumers.shard;

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
 * @param stream the Kinesis stream
 * @param applicationPrefix goes before a sink's name to make the application's name, which is that of its lease table
 * @param workerId this process's name among the workers; a fixed one gets its shards back at once after a restart, and
 *     is only for where two processes can never run at the same time; when empty, a new one is made up at each start
 * @param leaseTables names of lease tables by sink, where they are not to be those of the applications
 * @param startPosition where an application without leases begins; {@code latest} is reached when the first read is
 *     made, and what came before it is not read
 * @param retrieval how records are got
 * @param maxRecords records asked for in one read
 * @param idleBetweenReads pause between two reads of a shard, and so a delay of what is read. All applications share
 *     five reads and 2 MB a second of each shard: at a pause of one second three make three reads, which leaves two for
 *     whoever looks in besides; at 600 ms they make all five. Each reads every byte once, so that three keep up with
 *     two thirds of a megabyte a second and shard: where more comes for long, there must be more shards, or fan-out
 * @param failoverTime without renewal for this long, a lease may be taken by another worker
 * @param shardSyncInterval how often workers look for shards that have no lease
 * @param cloudwatchMetrics whether KCL publishes its own metrics there
 * @param drainTimeout how long stopping may take before what is not stored is left to the next worker
 */
@Validated
@ConfigurationProperties("tillstream.consumers.kcl")
public record KclProperties(
        @DefaultValue(Names.STREAM) @NotBlank String stream,
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
        @DefaultValue("25s") @DurationMin(seconds = 1) Duration drainTimeout) {}
