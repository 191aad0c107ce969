package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.CommandReport;
import io.tillstream.commandline.StopSignal;
import io.tillstream.consumers.reprocess.ReprocessRetry.NotDoneException;
import java.time.Duration;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Reads rows, gives them where they are wanted, and finishes what they came from. Cut short at any place it is done
 * again and changes nothing, because every row carries its identity.
 */
final class Reprocessing<U> {

    private final RowSource<U> source;
    private final RowDelivery delivery;
    private final StopSignal stop;
    private final long begin = System.nanoTime();
    private RunEnding ending = RunEnding.COMPLETE;
    private boolean unbroken = true;
    private @Nullable U last;

    Reprocessing(RowSource<U> source, RowDelivery delivery, StopSignal stop) {
        this.source = source;
        this.delivery = delivery;
        this.stop = stop;
    }

    CommandReport run() {
        try {
            source.units()
                    .takeWhile(unit -> !stop.isTold())
                    .gather(Gatherers.mapConcurrent(source.concurrency(), this::give))
                    .forEach(this::advance);
        } catch (SdkException failure) {
            ending = RunEnding.gaveUp(source.outOfReach() + ": " + failure.getMessage());
        }
        if (ending.isComplete() && stop.isTold()) {
            ending = RunEnding.INTERRUPTED;
        }
        return source.report(ending, last, elapsed());
    }

    String progress() {
        return source.progress(elapsed());
    }

    private Given<U> give(U unit) {
        try (Stream<GivenRows> batches = source.read(unit)) {
            batches.forEach(batch -> source.finish(batch, delivery.deliver(batch)));
            source.finish(unit);
            return new Given<>(unit, RunEnding.COMPLETE);
        } catch (NotDoneException undone) {
            boolean interrupted = stop.isTold();
            stop.tell();
            return new Given<>(
                    unit, interrupted ? RunEnding.INTERRUPTED : RunEnding.gaveUp(String.valueOf(undone.getMessage())));
        }
    }

    /** Units come in their order, so that all is done up to the first that is not whole. */
    private void advance(Given<U> given) {
        if (given.ending().isComplete() && unbroken) {
            last = given.unit();
            return;
        }
        unbroken = false;
        if (ending.isComplete() || given.ending().kind() == RunEnding.Kind.GAVE_UP) {
            // Who gives up stops the others, and has the reason.
            ending = given.ending();
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private record Given<U>(U unit, RunEnding ending) {}
}
