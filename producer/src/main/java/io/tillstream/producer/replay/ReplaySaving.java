package io.tillstream.producer.replay;

import io.tillstream.commandline.CommandRun;
import io.tillstream.commandline.StopSignal;
import io.tillstream.producer.progress.ReplayProgress;
import io.tillstream.producer.progress.StateFile;
import io.tillstream.producer.progress.Totals;
import io.tillstream.producer.report.ReplayEnding;
import io.tillstream.producer.report.ReplayPosition;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;

/** Saves every second how far a replay has come. */
final class ReplaySaving {

    private static final Duration BETWEEN_SAVES = Duration.ofSeconds(1);

    private final StopSignal end = new StopSignal();
    private final Thread thread = Thread.ofPlatform().name("saving").daemon().unstarted(this::saveUntilEnd);
    private final CommandRun run;
    private final StateFile state;
    private final ReplayProgress progress;
    private boolean cannotSave;

    ReplaySaving(CommandRun run, StateFile state, ReplayProgress progress) {
        this.run = run;
        this.state = state;
        this.progress = progress;
    }

    /** The position of a replay that has handed over this much; its last row has this number, as far as known. */
    static ReplayPosition position(RowDispatcher dispatcher, ReplayProgress progress, OptionalLong last) {
        Totals totals = progress.totals();
        long done = totals.rows() - progress.before().rows();
        long underWay = dispatcher.handedOver() - done;
        return new ReplayPosition(
                done,
                totals.rejected(),
                totals.retries(),
                dispatcher.read() - underWay,
                Math.max(1, dispatcher.firstHandedOver()),
                last);
    }

    void start() {
        thread.start();
    }

    /** Saves an unfinished replay a last time, and forgets a finished one. */
    void stop(ReplayEnding ending) throws InterruptedException, IOException {
        end.tell();
        thread.join();
        if (ending instanceof ReplayEnding.Complete) {
            state.delete();
        } else {
            save();
        }
    }

    private void saveUntilEnd() {
        try {
            do {
                save();
            } while (!end.pause(BETWEEN_SAVES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void save() {
        try {
            state.save(progress.toSave());
        } catch (IOException e) {
            if (!cannotSave) {
                cannotSave = true;
                run.say("The progress cannot be saved, so an interrupted replay would start from the beginning: " + e);
            }
        }
    }
}
