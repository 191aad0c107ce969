package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.CommandReport;
import io.tillstream.commandline.StopSignal;
import io.tillstream.consumers.reprocess.GivenRows.Row;
import io.tillstream.consumers.reprocess.GivenRows.Way;
import io.tillstream.consumers.reprocess.RawObjects.RawObject;
import io.tillstream.consumers.sink.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Raw objects of the lake, several at once and each line by line, so that what is held does not grow with the lake. */
final class RawSource implements RowSource<RawObject> {

    /** Enough to fill the calls of every sink. */
    private static final int ROWS_AT_ONCE = 2_000;

    private final Plan plan;
    private final RawObjects objects;
    private final ReprocessRetry retry;
    private final StopSignal stop;
    private final ReprocessTally tally = new ReprocessTally();

    RawSource(Plan plan, RawObjects objects, ReprocessRetry retry, StopSignal stop) {
        this.plan = plan;
        this.objects = objects;
        this.retry = retry;
        this.stop = stop;
    }

    /**
     * What to do with raw lines.
     *
     * @param after the key after which to begin; empty for the beginning
     * @param targets the sinks that get them
     * @param dryRun whether they are only read
     * @param concurrency objects at once
     */
    record Plan(RawSelection selection, String after, Set<String> targets, boolean dryRun, int concurrency) {}

    @Override
    public Stream<RawObject> units() {
        found().takeWhile(object -> !stop.isTold()).forEach(object -> tally.found(object.bytes()));
        return found();
    }

    @Override
    public int concurrency() {
        return plan.concurrency();
    }

    /** Through a file, since a slow sink must not keep a download waiting until it is cut off. */
    @Override
    public Stream<GivenRows> read(RawObject object) {
        try {
            Path file = Files.createTempFile("tillstream-reprocess-", ".tmp");
            RawRows rows = new RawRows(object, file, tally);
            return Stream.of(file)
                    .onClose(rows::close)
                    .map(empty -> download(object, empty))
                    .flatMap(full -> rows.rows())
                    .gather(Gatherers.windowFixed(ROWS_AT_ONCE))
                    .flatMap(this::batches);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of temporary files cannot be used: " + e.getMessage(), e);
        }
    }

    private Path download(RawObject object, Path file) {
        return retry.untilDone("Reading " + object.key(), () -> {
            objects.download(object, file);
            return file;
        });
    }

    private Stream<GivenRows> batches(List<Row> rows) {
        tally.read(rows.size());
        return plan.targets().stream().map(target -> new GivenRows(new Way.IntoSink(target), rows));
    }

    @Override
    public void finish(GivenRows batch, Map<Position, String> refused) {
        if (batch.way() instanceof Way.IntoSink into && !plan.dryRun()) {
            tally.stored(into.name(), batch.rows().size() - refused.size());
            tally.refused(into.name(), refused.values());
        }
    }

    @Override
    public void finish(RawObject object) {
        tally.done(object.bytes());
    }

    @Override
    public String outOfReach() {
        return "the lake cannot be listed";
    }

    @Override
    public String progress(Duration elapsed) {
        return tally.progressOfObjects(elapsed);
    }

    @Override
    public CommandReport report(RunEnding ending, @Nullable RawObject last, Duration elapsed) {
        String done = last == null ? plan.after() : last.key();
        return tally.report(plan, ending, ending.isComplete() ? "" : done, elapsed);
    }

    private Stream<RawObject> found() {
        return objects.in(plan.selection(), plan.after());
    }
}
