package io.tillstream.loader.warehouse;

import io.tillstream.loader.warehouse.DeliveredObjects.Delivered;
import io.tillstream.loader.warehouse.ObjectSearch.Found;
import io.tillstream.warehouse.load.FailedObject;
import io.tillstream.warehouse.load.LoadMark;
import io.tillstream.warehouse.load.LoadReport;
import io.tillstream.warehouse.load.WarehouseLoad;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what has been delivered and not loaded, and loads it. Called by one thread at a time. */
final class WarehouseJob {

    private static final Logger LOG = LoggerFactory.getLogger(WarehouseJob.class);

    private final String source;
    private final WarehouseLoad warehouse;
    private final WarehouseJobProperties settings;
    private final LoadMeters meters;
    private final Clock clock;
    private final SeenObjects seen;
    private final ObjectSearch search;
    private @Nullable Headway headway;

    WarehouseJob(
            DeliveredObjects delivered,
            WarehouseLoad warehouse,
            WarehouseJobProperties settings,
            LoadMeters meters,
            Clock clock) {
        this.source = delivered.source();
        this.warehouse = warehouse;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        this.seen = new SeenObjects(settings.lookForLate());
        this.search = new ObjectSearch(delivered, warehouse, seen);
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
                meters.done();
            } else {
                meters.failed();
            }
        }
    }

    private JobReport runToTheEnd() {
        Instant now = clock.instant();
        Headway known = headway();
        Look look = known.nextLook(now);
        Found found = search.find(look, known.earliestLate(now), now);
        JobReport report = loadAll(found, known, now);
        switch (look) {
            case Look.AtRecent recent -> {}
            case Look.AtLate late -> lookedForLate(known, now);
            case Look.AtAll all -> lookedAtAll(found, known, now);
        }
        return report;
    }

    private Headway headway() {
        Headway known = headway;
        if (known == null) {
            known = new Headway(settings, source, warehouse.mark(source).orElse(null));
            headway = known;
        }
        return known;
    }

    private JobReport loadAll(Found found, Headway known, Instant now) {
        Instant earliestLate = known.earliestLate(now);
        List<List<Delivered>> loads = Loads.of(
                found.pending(), settings.maxObjects(), settings.maxSize().toBytes());
        JobReport total = JobReport.NOTHING;
        for (int done = 0; done < loads.size(); done++) {
            meters.behind(known.behind(found.newest()), lagOf(loads.subList(done, loads.size()), now));
            LoadReport report = load(loads.get(done), known, now);
            tellOverdue(loads.get(done), report, earliestLate);
            total = total.plus(JobReport.of(report));
        }
        meters.behind(Duration.ZERO, Duration.ZERO);
        return total;
    }

    private LoadReport load(List<Delivered> objects, Headway known, Instant now) {
        LoadMark mark = known.markAt(objects.getLast().hour(), now);
        LoadReport report =
                warehouse.load(objects.stream().map(Delivered::object).toList(), mark);
        known.reached(mark);
        meters.count(report);
        objects.forEach(seen::loaded);
        report.failed().forEach(failed -> putOff(failed, now));
        if (!report.loaded().isEmpty()) {
            LOG.info("Load {}: {}", report.loadId(), JobReport.of(report).inWords());
        }
        return report;
    }

    private void putOff(FailedObject object, Instant now) {
        seen.failed(object.object(), now);
        LOG.warn("{} was not loaded: {}", object.object().uri(), object.reason());
    }

    private void tellOverdue(List<Delivered> objects, LoadReport report, Instant earliestLate) {
        List<String> overdue = objects.stream()
                .filter(object -> object.hour().isBefore(earliestLate))
                .filter(object -> report.failed().stream()
                        .noneMatch(failed -> failed.object().equals(object.object())))
                .map(object -> object.object().uri())
                .toList();
        meters.overdue(overdue.size());
        overdue.forEach(uri -> LOG.warn(
                "{} arrived more than {} late and was found only by the full search", uri, settings.lateness()));
    }

    private void lookedForLate(Headway known, Instant now) {
        known.lookedForLate(now);
        seen.forgetBefore(known.earliestLate(now), now);
    }

    /** Without any object there is no mark to set. */
    private void lookedAtAll(Found found, Headway known, Instant now) {
        found.newest().ifPresent(newest -> {
            LoadMark mark = known.markAt(newest, now).swept(now);
            warehouse.load(List.of(), mark);
            known.reached(mark);
        });
        lookedForLate(known, now);
    }

    private static Duration lagOf(List<List<Delivered>> waiting, Instant now) {
        Optional<Instant> oldest =
                waiting.stream().flatMap(List::stream).map(Delivered::at).min(Instant::compareTo);
        return oldest.map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
    }
}
