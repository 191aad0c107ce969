package io.tillstream.consumers.reprocess;

import static java.util.stream.Gatherers.mapConcurrent;

import io.tillstream.consumers.reprocess.RawReport.Effect;
import io.tillstream.consumers.reprocess.RawReport.ObjectCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Redelivers the raw lines of a feed in the lake, several objects at once and some rows of each, so that what is held does not
 * grow with the lake.
 */
final class RawReprocess {

    private final RawObjects objects;
    private final RawRows rows;
    private final Set<String> targets;
    private final RowDelivery delivery;
    private final ReprocessRun run;
    private final AtomicLong objectsFound = new AtomicLong();
    private final AtomicLong objectsRead = new AtomicLong();
    private final AtomicLong bytesFound = new AtomicLong();
    private final AtomicLong bytesRead = new AtomicLong();
    private String lastKey = "";

    RawReprocess(RawObjects objects, RawRows rows, Set<String> targets, RowDelivery delivery, ReprocessRun run) {
        this.objects = objects;
        this.rows = rows;
        this.targets = targets;
        this.delivery = delivery;
        this.run = run;
    }

    /** @param after the key after which to begin; empty for the beginning */
    RawReport redeliver(RawSelection selection, String after, int concurrency) {
        lastKey = after;
        RunEnding ending = run.end(
                () -> {
                    in(selection.after(after)).forEach(this::find);
                    in(selection.after(after))
                            .gather(mapConcurrent(concurrency, this::redeliver))
                            .forEach(object -> lastKey = object.key());
                },
                this::progress,
                "the lake cannot be listed");
        Map<String, Effect> effects = new TreeMap<>();
        targets.forEach(target -> effects.put(target.toUpperCase(Locale.ROOT), effectOn(target)));
        return new RawReport(
                run.isDry(),
                ending,
                new ObjectCounts(objectsRead.get(), objectsFound.get(), bytesRead.get()),
                rows.counts(),
                effects,
                ending.isComplete() ? "" : lastKey,
                run.elapsed().toMillis());
    }

    private Stream<S3Object> in(RawSelection selection) {
        return objects.in(selection).takeWhile(object -> !run.stop().isTold());
    }

    private void find(S3Object object) {
        objectsFound.incrementAndGet();
        bytesFound.addAndGet(object.size());
    }

    /** Through a file, since a slow sink must not keep a download waiting until it is cut off. */
    private S3Object redeliver(S3Object object) {
        try {
            Path file = Files.createTempFile("tillstream-reprocess-", ".tmp");
            try {
                run.untilDone("Reading " + object.key(), () -> objects.download(object, file));
                rows.read(object.key(), file, some -> targets.forEach(target -> delivery.store(target, some)));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of temporary files cannot be used: " + e.getMessage(), e);
        }
        objectsRead.incrementAndGet();
        bytesRead.addAndGet(object.size());
        return object;
    }

    private Effect effectOn(String target) {
        return new Effect(
                run.isDry() ? 0 : delivery.stored().getOrDefault(target, 0L),
                delivery.refused().getOrDefault(target, Map.of()));
    }

    /** The time left is reckoned by bytes, of which alone it is known how many there are. */
    private String progress() {
        if (rows.count() == 0) {
            return String.format(Locale.ROOT, "%,d objects found", objectsFound.get());
        }
        double seconds = Math.max(1e-3, run.elapsed().toNanos() / 1e9);
        String soFar = String.format(
                Locale.ROOT,
                "%,d of %,d objects  %,d rows  %,.0f rows/s",
                objectsRead.get(),
                objectsFound.get(),
                rows.count(),
                rows.count() / seconds);
        long bytes = bytesRead.get();
        return bytes == 0
                ? soFar
                : soFar + String.format(Locale.ROOT, "  %,.0f s left", seconds * (bytesFound.get() - bytes) / bytes);
    }
}
