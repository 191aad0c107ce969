package io.tillstream.ingest.spill;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tillstream.model.layout.FeedName;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Meters of the surge buffer. */
final class SpillMeters {

    private static final String PREFIX = "tillstream.ingest.spill.";

    private static final String FEED = "feed";

    private final MeterRegistry registry;
    private final String feed;
    private final Counter rows;
    private final Counter bytes;
    private final Counter drained;
    private final Counter corrupt;
    private final Timer commit;

    SpillMeters(FeedName name, MeterRegistry registry) {
        this.registry = registry;
        this.feed = name.value();
        this.rows = counter("rows", "Rows that were answered once the journal had them");
        this.bytes = counter("bytes", "Bytes that these rows take in the journal");
        this.drained = counter("drained", "Rows moved from the journal into the stream");
        this.corrupt = counter("corrupt", "Stretches of the journal that could not be read and were set aside");
        this.commit = Timer.builder(PREFIX + "commit")
                .description("How long it takes to make a group of requests durable")
                .publishPercentileHistogram()
                .tag(FEED, feed)
                .register(registry);
    }

    void spilled(int rowCount, long byteCount) {
        rows.increment(rowCount);
        bytes.increment((double) byteCount);
    }

    void refused(int rowCount, GroupCommit.Outcome outcome) {
        counter("refused", "Rows that the journal did not take either", "reason", outcome.name())
                .increment(rowCount);
    }

    void committed(Duration duration) {
        commit.record(duration);
    }

    void drained(int rowCount) {
        drained.increment(rowCount);
    }

    void drainFailed(String reason) {
        counter("drain.failures", "Attempts to drain rows that failed", "reason", reason)
                .increment();
    }

    void corrupt() {
        corrupt.increment();
    }

    /** Shows how much waits, in this instance's journal and in those it took over. */
    void show(Supplier<Backlog> backlog, Clock clock) {
        gauge("waiting.rows", "rows", backlog, Backlog::rows);
        gauge("waiting.bytes", "bytes", backlog, Backlog::bytes);
        gauge(
                "waiting.age",
                "seconds",
                backlog,
                waiting -> waiting.age(clock.instant()).toSeconds());
    }

    /** Shows whether the journal would keep rows. */
    void show(BooleanSupplier ready) {
        Gauge.builder(PREFIX + "ready", () -> ready.getAsBoolean() ? 1 : 0)
                .description("1 while the journal would keep rows, going by the last try")
                .tag(FEED, feed)
                .register(registry);
    }

    private void gauge(String name, String unit, Supplier<Backlog> backlog, ToDoubleFunction<Backlog> value) {
        Gauge.builder(PREFIX + name, () -> value.applyAsDouble(backlog.get()))
                .description("What waits in the journal")
                .baseUnit(unit)
                .tag(FEED, feed)
                .register(registry);
    }

    private Counter counter(String name, String description, String... tags) {
        return Counter.builder(PREFIX + name)
                .description(description)
                .tags(tags)
                .tag(FEED, feed)
                .register(registry);
    }
}
