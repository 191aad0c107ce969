package io.tillstream.loader.warehouse;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.tillstream.model.layout.FeedName;
import io.tillstream.warehouse.load.LoadReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Meters of the warehouse job of a feed. */
final class LoadMeters {

    private final AtomicLong lagMillis = new AtomicLong();
    private final AtomicLong markMillis = new AtomicLong();
    private final Counter overdue;
    private final Counter merged;
    private final Counter alreadyThere;
    private final Counter conflicting;
    private final Counter rejected;
    private final Counter failures;
    private final Counter done;
    private final Counter failed;
    private final InstantSource clock;
    private volatile Instant lastDone;

    LoadMeters(MeterRegistry registry, InstantSource clock, FeedName feed) {
        this.clock = clock;
        this.lastDone = clock.instant();
        TimeGauge.builder("tillstream.warehouse.lag", lagMillis, TimeUnit.MILLISECONDS, AtomicLong::doubleValue)
                .description("Age of the oldest delivered object that is not loaded")
                .tag("feed", feed.value())
                .register(registry);
        TimeGauge.builder(
                        "tillstream.warehouse.mark.behind", markMillis, TimeUnit.MILLISECONDS, AtomicLong::doubleValue)
                .description("Time from the hour up to which all objects are loaded to the hour of the newest delivered"
                        + " object")
                .tag("feed", feed.value())
                .register(registry);
        this.overdue = Counter.builder("tillstream.warehouse.overdue")
                .description("Objects that arrived so late that the usual search no longer looked for them")
                .tag("feed", feed.value())
                .register(registry);
        this.merged = rows("merged", registry, feed);
        this.alreadyThere = rows("already_there", registry, feed);
        this.conflicting = rows("conflicting", registry, feed);
        this.rejected = rows("rejected", registry, feed);
        this.failures = Counter.builder("tillstream.warehouse.failures")
                .description("Objects that could not be read, once for each attempt")
                .tag("feed", feed.value())
                .register(registry);
        this.done = runs("done", registry, feed);
        this.failed = runs("failed", registry, feed);
        TimeGauge.builder("tillstream.warehouse.done.age", this::millisSinceDone, TimeUnit.MILLISECONDS)
                .description(
                        "How long ago a run last came to its end, even if single objects failed; before the first run,"
                                + " since the start")
                .tag("feed", feed.value())
                .register(registry);
    }

    /** A run has loaded what could be loaded. */
    void done() {
        lastDone = clock.instant();
        done.increment();
    }

    /** A run was given up: S3 or the warehouse did not answer, or counts did not agree. */
    void failed() {
        failed.increment();
    }

    /**
     * How far the loads are behind what is delivered.
     *
     * @param mark from the hour that is reached to that of the newest object
     * @param lag the age of the oldest object that waits
     */
    void behind(Duration mark, Duration lag) {
        markMillis.set(mark.toMillis());
        lagMillis.set(lag.toMillis());
    }

    void overdue(int objects) {
        overdue.increment(objects);
    }

    void count(LoadReport report) {
        merged.increment((double) report.merged());
        alreadyThere.increment((double) report.alreadyThere());
        conflicting.increment((double) report.conflicting());
        rejected.increment((double) report.rejected());
        failures.increment(report.failed().size());
    }

    private long millisSinceDone() {
        return Duration.between(lastDone, clock.instant()).toMillis();
    }

    private static Counter runs(String outcome, MeterRegistry registry, FeedName feed) {
        return Counter.builder("tillstream.warehouse.runs")
                .description("Runs of the job by how they ended")
                .tag("outcome", outcome)
                .tag("feed", feed.value())
                .register(registry);
    }

    private static Counter rows(String outcome, MeterRegistry registry, FeedName feed) {
        return Counter.builder("tillstream.warehouse.rows")
                .description("Rows of loaded objects by what became of them")
                .tag("outcome", outcome)
                .tag("feed", feed.value())
                .register(registry);
    }
}
