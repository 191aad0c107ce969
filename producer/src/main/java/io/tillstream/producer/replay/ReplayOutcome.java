package io.tillstream.producer.replay;

import io.tillstream.commandline.StopSignal;
import io.tillstream.producer.report.ReplayEnding;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How a replay ends: by its first failure, or by being told to stop, or else well. */
final class ReplayOutcome {

    private final AtomicReference<@Nullable ReplayEnding> ending = new AtomicReference<>();
    private final StopSignal stop;

    /** @param stop told when the replay is interrupted, or ended before its time */
    ReplayOutcome(StopSignal stop) {
        this.stop = stop;
    }

    /** Ends the replay before its time; only the first ending counts. */
    void end(ReplayEnding early) {
        endOfReading(early);
        stop.tell();
    }

    /** Ends reading only: what was read is still sent. */
    void endOfReading(ReplayEnding early) {
        ending.compareAndSet(null, stop.isTold() ? new ReplayEnding.Interrupted() : early);
    }

    StopSignal stop() {
        return stop;
    }

    ReplayEnding ending() {
        ReplayEnding early = ending.get();
        if (early != null) {
            return early;
        }
        return stop.isTold() ? new ReplayEnding.Interrupted() : new ReplayEnding.Complete();
    }
}
