package io.tillstream.loader.warehouse;

import io.tillstream.loader.warehouse.DeliveredObjects.Delivered;
import io.tillstream.warehouse.load.FailedObject;
import io.tillstream.warehouse.load.LoadObject;
import io.tillstream.warehouse.load.LoadReport;
import io.tillstream.warehouse.load.WarehouseLoad;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what has been delivered and not loaded, and loads it. Called by one thread at a time. */
final class WarehouseJob {

    private static final Logger log = LoggerFactory.getLogger(WarehouseJob.class);

    private final DeliveredObjects delivered;
    private final WarehouseLoad warehouse;
    private final WarehouseJobProperties settings;
    private final LoadMetrics metrics;
    private final Clock clock;

    /** What this process knows to be loaded, and since when it lies there; the ledger knows the rest. */
    private final Map<LoadObject, Instant> loaded = new HashMap<>();

    /** What could not be read, and when to try it again. */
    private final Map<LoadObject, Instant> failed = new HashMap<>();

    private Instant lookForLateAt = Instant.MIN;

    WarehouseJob(
            DeliveredObjects delivered,
            WarehouseLoad warehouse,
            WarehouseJobProperties settings,
            LoadMetrics metrics,
            Clock clock) {
        this.delivered = delivered;
        this.warehouse = warehouse;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Loads all that is there to be loaded. */
    JobReport run() {
        boolean done = false;
        try {
            JobReport report = runToTheEnd();
            done = true;
            return report;
        } finally {
            if (done) {
                metrics.done();
            } else {
                metrics.failed();
            }
        }
    }

    private JobReport runToTheEnd() {
        Instant now = clock.instant();
        List<Delivered> pending = pending(now);
        metrics.lag(lagOf(pending, now));
        JobReport total = JobReport.NOTHING;
        for (List<Delivered> load :
                Loads.of(pending, settings.maxObjects(), settings.maxSize().toBytes())) {
            total = total.plus(load(load));
        }
        metrics.lag(Duration.ZERO);
        return total;
    }

    private List<Delivered> pending(Instant now) {
        boolean alsoLate = !now.isBefore(lookForLateAt);
        Duration back = alsoLate ? settings.lateness() : settings.recent();
        List<Delivered> pending = delivered.since(back, now).stream()
                .filter(object -> !loaded.containsKey(object.object()))
                .filter(object ->
                        !failed.getOrDefault(object.object(), Instant.MIN).isAfter(now))
                .toList();
        if (alsoLate) {
            lookForLateAt = now.plus(settings.lookForLate());
            forgetBefore(now.minus(settings.lateness().multipliedBy(2)));
        }
        return pending;
    }

    private void forgetBefore(Instant unlisted) {
        loaded.values().removeIf(at -> at.isBefore(unlisted));
        failed.values().removeIf(retry -> retry.isBefore(unlisted));
    }

    private JobReport load(List<Delivered> objects) {
        LoadReport report =
                warehouse.load(objects.stream().map(Delivered::object).toList());
        metrics.count(report);
        objects.forEach(object -> loaded.put(object.object(), object.at()));
        report.failed().forEach(this::putOff);
        if (!report.loaded().isEmpty()) {
            log.info(
                    "Load {}: {} objects, {} rows, {} merged, {} already there, {} rejected",
                    report.loadId(),
                    report.loaded().size(),
                    report.rows(),
                    report.merged(),
                    report.alreadyThere(),
                    report.rejected());
        }
        return JobReport.of(report);
    }

    private void putOff(FailedObject object) {
        loaded.remove(object.object());
        failed.put(object.object(), clock.instant().plus(settings.lookForLate()));
        log.warn("{} was not loaded: {}", object.object().uri(), object.reason());
    }

    private static Duration lagOf(List<Delivered> pending, Instant now) {
        return pending.stream()
                .map(Delivered::at)
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, now))
                .orElse(Duration.ZERO);
    }
}
