package io.tillstream.consumers.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.tillstream.consumers.deliver.ShardProgress;
import io.tillstream.consumers.sink.Sink;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** One sink's gauges, those by shard for as long as this process has the shard. */
final class SinkMeters {

    private static final String SECONDS = "seconds";

    private final Tags tags;
    private final Map<String, ShardProgress> shards;
    private final Set<String> stalled;
    private final MeterRegistry registry;
    private final MultiGauge behind;
    private final MultiGauge checkpointAge;
    private final MultiGauge readAge;
    private final MultiGauge stalls;

    SinkMeters(Sink sink, Map<String, ShardProgress> shards, Set<String> stalled, MeterRegistry registry) {
        this.tags = Tags.of("feed", sink.feed().name().value(), "sink", sink.name());
        this.shards = shards;
        this.stalled = stalled;
        this.registry = registry;
        this.behind = byShard("behind", "How far reading is behind the tip of the stream")
                .baseUnit(SECONDS)
                .register(registry);
        this.checkpointAge = byShard(
                        "checkpoint.age", "How long the checkpoint has not moved while lines wait to be covered by it")
                .baseUnit(SECONDS)
                .register(registry);
        this.readAge = byShard("read.age", "How long ago the stream last answered a read, while an answer is awaited")
                .baseUnit(SECONDS)
                .register(registry);
        this.stalls = byShard(
                        "stalled", "1 when for too long nothing could be read, or nothing that was read became durable")
                .register(registry);
        Gauge.builder(
                        "tillstream.consumer.behind.max",
                        shards,
                        all -> all.values().stream()
                                .mapToDouble(progress -> seconds(progress.behind()))
                                .max()
                                .orElse(0))
                .description("How far reading is behind on the shard that is furthest behind")
                .baseUnit(SECONDS)
                .tags(tags)
                .register(registry);
        Gauge.builder("tillstream.consumer.shards", shards, Map::size)
                .description("Shards that this process delivers")
                .tags(tags)
                .register(registry);
        for (LeaseChange change : LeaseChange.values()) {
            changes(change);
        }
    }

    void count(LeaseChange change) {
        changes(change).increment();
    }

    /** Adds gauges of new shards and removes those of shards that are gone. */
    void show() {
        behind.register(rows(progress -> seconds(progress.behind())));
        checkpointAge.register(rows(progress -> seconds(progress.checkpointAge())));
        readAge.register(rows(progress -> seconds(progress.readAge())));
        stalls.register(rowsOf(shardId -> stalled.contains(shardId) ? 1 : 0));
    }

    private Iterable<MultiGauge.Row<?>> rows(ToDoubleFunction<ShardProgress> value) {
        return rowsOf(shardId -> {
            ShardProgress progress = shards.get(shardId);
            return progress == null ? Double.NaN : value.applyAsDouble(progress);
        });
    }

    /** By the shard's name: a lease that is lost and regained goes on in the same row. */
    private Iterable<MultiGauge.Row<?>> rowsOf(Function<String, Number> value) {
        return shards.keySet().stream()
                .<MultiGauge.Row<?>>map(
                        shardId -> MultiGauge.Row.of(Tags.of("shard", shardId), () -> value.apply(shardId)))
                .toList();
    }

    private Counter changes(LeaseChange change) {
        return Counter.builder("tillstream.consumer.leases")
                .description("Leases gained, lost, ended with their shard, and handed over")
                .tags(tags)
                .tag("change", change.tag())
                .register(registry);
    }

    private MultiGauge.Builder byShard(String name, String description) {
        return MultiGauge.builder("tillstream.consumer." + name)
                .description(description)
                .tags(tags);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
