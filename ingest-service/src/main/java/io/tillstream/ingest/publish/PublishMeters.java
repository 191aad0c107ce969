package io.tillstream.ingest.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.tillstream.ingest.publish.PutOutcome.Answer;
import io.tillstream.ingest.publish.PutOutcome.Answered;
import io.tillstream.ingest.publish.PutOutcome.Failed;
import io.tillstream.ingest.publish.PutOutcome.Rejected;
import io.tillstream.model.layout.FeedName;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The meters of publishing. */
final class PublishMeters {

    private static final String PREFIX = "tillstream.ingest.publish";
    private static final String FEED = "feed";
    private static final String UNKNOWN_SHARD = "unknown";

    private final MeterRegistry registry;
    private final String feed;
    private final Timer latency;
    private final Timer queue;
    private final Timer answered;
    private final Timer failed;
    private final Timer rejected;
    private final DistributionSummary rows;
    private final DistributionSummary bytes;
    private final Counter retries;
    private final Counter shed;
    private final Counter misrouted;
    private final Counter misplaced;

    PublishMeters(FeedName name, MeterRegistry registry) {
        this.registry = registry;
        this.feed = name.value();
        latency = Timer.builder(PREFIX)
                .description("From the request to publish rows to the acknowledgement of the last row")
                .publishPercentileHistogram()
                .tag(FEED, feed)
                .register(registry);
        queue = Timer.builder(PREFIX + ".queue")
                .description("How long the first row of a batch waited to be sent")
                .tag(FEED, feed)
                .register(registry);
        answered = call("answered");
        failed = call("failed");
        rejected = call("rejected");
        rows = DistributionSummary.builder(PREFIX + ".aggregate.rows")
                .description("Rows in a stored record")
                .baseUnit(BaseUnits.ROWS)
                .tag(FEED, feed)
                .register(registry);
        bytes = DistributionSummary.builder(PREFIX + ".aggregate.bytes")
                .description("Bytes of a stored record")
                .baseUnit(BaseUnits.BYTES)
                .tag(FEED, feed)
                .register(registry);
        retries = counter("retries", "Batches of which all or some rows failed and are sent again");
        shed = counter("shed", "Requests refused at once because too much waits for a shard");
        misrouted = counter("misrouted", "Records that landed on another shard than the shard map said");
        misplaced = counter("misplaced", "Records on a shard where their key does not belong, which are sent again");
        throttled(UNKNOWN_SHARD);
        List.of("changed", "unchanged", "failed").forEach(this::refreshes);
    }

    /** Shows what the queues hold. */
    void watch(ShardQueues table) {
        Gauge.builder(PREFIX + ".queued", table, ShardQueues::waitingBytes)
                .description("Bytes of rows that wait for a batch")
                .baseUnit(BaseUnits.BYTES)
                .strongReference(true)
                .tag(FEED, feed)
                .register(registry);
        Gauge.builder(PREFIX + ".shards", table, ShardQueues::shards)
                .description("Open shards on the map; 0 without a map")
                .strongReference(true)
                .tag(FEED, feed)
                .register(registry);
    }

    void published(long nanos) {
        latency.record(nanos, TimeUnit.NANOSECONDS);
    }

    void sent(ShardBatch batch, long now) {
        PendingLine first = batch.groups().getFirst().lines().getFirst();
        queue.record(now - first.request().startedAt(), TimeUnit.NANOSECONDS);
    }

    void called(PutOutcome outcome, long nanos) {
        Timer timer = switch (outcome) {
            case Answered answer -> answered;
            case Failed failure -> failed;
            case Rejected rejection -> rejected;
        };
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    void stored(LineGroup group) {
        rows.record(group.lines().size());
        bytes.record((double) group.bytes());
    }

    /** An entry that its shard did not take. */
    void refused(ShardQueue queue, Answer answer) {
        if (answer.isThrottled()) {
            throttled(queue.shard() == null ? UNKNOWN_SHARD : queue.shard()).increment();
        }
    }

    /** Shows a shard before it throttles: what appears with its first failure has not risen, for an alert. */
    void knows(ShardMap map) {
        map.shards().forEach(shard -> throttled(shard.id()));
    }

    void retries() {
        retries.increment();
    }

    void shed() {
        shed.increment();
    }

    void misrouted() {
        misrouted.increment();
    }

    void misplaced() {
        misplaced.increment();
    }

    /** The map of the shards was asked for: changed, unchanged or failed. */
    void refreshed(String outcome) {
        refreshes(outcome).increment();
    }

    private Counter throttled(String shard) {
        return registry.counter(PREFIX + ".throttled", FEED, feed, "shard", shard);
    }

    private Counter refreshes(String outcome) {
        return registry.counter(PREFIX + ".refreshes", FEED, feed, "outcome", outcome);
    }

    private Timer call(String outcome) {
        return Timer.builder(PREFIX + ".call")
                .description("Calls to the stream")
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .tag(FEED, feed)
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(PREFIX + "." + name)
                .description(description)
                .tag(FEED, feed)
                .register(registry);
    }
}
