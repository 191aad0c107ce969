package io.tillstream.producer.replay;

import io.tillstream.commandline.StopSignal;
import io.tillstream.producer.progress.ReplayProgress;
import io.tillstream.producer.progress.StateFile;
import io.tillstream.producer.progress.Totals;
import io.tillstream.producer.report.ReplayEnding;
import io.tillstream.producer.report.ReplayPosition;
import io.tillstream.producer.report.ReplayProgressDisplay;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;

/** Shows how far a replay has come several times a second, and saves it every second. */
final class ReplayWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int LOOKS_A_SAVE = 5;

    private final StopSignal end = new StopSignal();
    private final Thread thread = Thread.ofPlatform().name("watch").daemon().unstarted(this::look);
    private final Screen screen;
    private final StateFile state;
    private final ReplayProgress progress;
    private final ReplayProgressDisplay display;
    private boolean cannotSave;

    ReplayWatch(Screen screen, StateFile state, ReplayProgress progress, ReplayProgressDisplay display) {
        this.screen = screen;
        this.state = state;
        this.progress = progress;
        this.display = display;
    }

    /** Where a replay is that has handed over so much, and whose last row has this number, as far as known. */
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

    /** Saves a last time what has not come to its end, and forgets what has. */
    void stop(ReplayEnding ending) throws InterruptedException, IOException {
        end.tell();
        thread.join();
        display.clear();
        if (ending instanceof ReplayEnding.Complete) {
            state.delete();
        } else {
            save();
        }
    }

    private void look() {
        try {
            save();
            for (int looks = 1; !end.pause(BETWEEN_LOOKS); looks++) {
                display.show();
                if (looks % LOOKS_A_SAVE == 0) {
                    save();
                }
            }
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
                screen.say("The place in the file cannot be saved, so an interrupted replay would begin anew: " + e);
            }
        }
    }
}
