package io.tillstream.consumers.reprocess;

import static java.util.Objects.requireNonNull;

import io.tillstream.commandline.StopSignal;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.model.layout.SinkName;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Gives the lines of raw objects to sinks, several objects at once and each line by line, so that what is held does
 * not grow with the lake. Repeating any of it changes nothing, because every line carries its identity.
 */
final class RawRun implements Run {

    private final RawPlan plan;
    private final RawObjects objects;
    private final RawTally tally = new RawTally();
    private final RawWork work;
    private final StopSignal stop;
    private final long begin = System.nanoTime();
    private RunEnding ending = RunEnding.COMPLETE;
    private boolean unbroken = true;
    private String done;

    RawRun(RawPlan plan, RawObjects objects, Map<String, Sink> sinks, StopSignal stop, ReprocessRetry retry) {
        this.plan = plan;
        this.objects = objects;
        this.stop = stop;
        this.work = new RawWork(objects, targets(plan, sinks), tally, stop, retry);
        this.done = plan.after();
    }

    @Override
    public RawReport run() {
        try {
            measure();
            process();
        } catch (SdkException failure) {
            ending = RunEnding.gaveUp("the lake cannot be listed: " + failure.getMessage());
        }
        if (ending.isComplete() && stop.isTold()) {
            ending = RunEnding.INTERRUPTED;
        }
        return report();
    }

    @Override
    public String progress() {
        return tally.progress(elapsed());
    }

    private void measure() {
        objects().forEach(tally::found);
    }

    private void process() {
        objects()
                .gather(Gatherers.mapConcurrent(plan.concurrency(), work::process))
                .forEach(this::advance);
    }

    private Stream<RawObject> objects() {
        return objects.in(plan.selection(), plan.after()).takeWhile(object -> !stop.isTold());
    }

    /** Results come in the order of the objects, so that all is done up to the first that is not whole. */
    private void advance(RawResult result) {
        if (result.isWhole() && unbroken) {
            done = result.key();
            return;
        }
        unbroken = false;
        if (ending.isComplete() || result.ending().kind() == RunEnding.Kind.GAVE_UP) {
            // Who gives up stops the others, and has the reason.
            ending = result.ending();
        }
    }

    private RawReport report() {
        Map<SinkName, RawReport.Effect> effects = plan.targets().stream()
                .collect(Collectors.toMap(
                        target -> target, tally::effect, (one, other) -> one, () -> new EnumMap<>(SinkName.class)));
        return new RawReport(
                plan.dryRun(),
                ending,
                tally.objects(),
                tally.rows(),
                effects,
                ending.isComplete() ? "" : done,
                elapsed().toMillis());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Map<SinkName, Sink> targets(RawPlan plan, Map<String, Sink> sinks) {
        Map<SinkName, Sink> targets = new EnumMap<>(SinkName.class);
        if (!plan.dryRun()) {
            plan.targets().forEach(target -> targets.put(target, requireNonNull(sinks.get(target.text()))));
        }
        return targets;
    }
}
