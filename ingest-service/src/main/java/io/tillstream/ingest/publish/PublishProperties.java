package io.tillstream.ingest.publish;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.layout.Names;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How lines get into the stream.
 *
 * @param stream the Kinesis stream to publish transactions to; those of other feeds have the names of their feeds
 * @param maxAggregate bytes of a stream record that holds several rows
 * @param aggregatesPerShard records on their way to a shard at a time; times {@code max-aggregate} at most 5 MB
 * @param linger least time between records to a shard that are not full, in which rows gather; a row on an idle shard
 *     does not wait
 * @param concurrentCalls calls to the stream at a time, at most 200
 * @param publishTimeout how long a request waits for the stream; past it, 503
 * @param callTimeout how long one call to the stream may take before it is repeated
 * @param shedAfter requests get 503 at once while a shard needs longer than this for what waits; less than {@code
 *     publish-timeout}
 * @param shardMapRefresh how often the shards are listed; also soon after an answer shows a change
 * @param firstBackoff longest pause before the first retry; it doubles
 * @param maxBackoff longest pause before any retry
 */
@Validated
@ConfigurationProperties("tillstream.ingest")
public record PublishProperties(
        @DefaultValue("transactions") @NotBlank String stream,
        @DefaultValue("256KB") DataSize maxAggregate,
        @DefaultValue("4") @Positive int aggregatesPerShard,
        @DefaultValue("5ms") @DurationMin(millis = 0) Duration linger,

        @DefaultValue("16") @Positive @Max(PublishProperties.MAX_CALLS)
        int concurrentCalls,

        @DefaultValue("10s") @DurationMin(millis = 1) Duration publishTimeout,
        @DefaultValue("4s") @DurationMin(millis = 1) Duration callTimeout,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration shedAfter,
        @DefaultValue("60s") @DurationMin(seconds = 1) Duration shardMapRefresh,
        @DefaultValue("25ms") @DurationMin(millis = 1) Duration firstBackoff,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration maxBackoff) {

    static final int MAX_CALLS = 200;

    private static final DataSize SMALLEST_AGGREGATE = DataSize.ofKilobytes(16);

    /** The limit of Kinesis for one record, less the room that partition keys and checksum take. */
    private static final DataSize LARGEST_AGGREGATE = DataSize.ofKilobytes(1_000);

    public PublishProperties {
        require(
                maxAggregate.compareTo(SMALLEST_AGGREGATE) >= 0 && maxAggregate.compareTo(LARGEST_AGGREGATE) <= 0,
                "max-aggregate must be between " + SMALLEST_AGGREGATE + " and " + LARGEST_AGGREGATE);
        require(
                maxAggregate.toBytes() * aggregatesPerShard <= BatchRules.MAX_BYTES,
                "max-aggregate times aggregates-per-shard must not exceed the 5MB of a call");
        require(shedAfter.compareTo(publishTimeout) < 0, "shed-after must be less than publish-timeout");
    }

    /** The stream of a feed. */
    public String streamOf(Feed feed) {
        return feed.name().value().equals(Names.TRANSACTIONS) ? stream : feed.layout().stream();
    }

    private static void require(boolean met, String message) {
        if (!met) {
            throw new IllegalArgumentException("tillstream.ingest: " + message);
        }
    }
}
