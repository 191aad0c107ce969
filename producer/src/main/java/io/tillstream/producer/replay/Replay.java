package io.tillstream.producer.replay;

import io.tillstream.producer.progress.Ledger;
import io.tillstream.producer.progress.RejectsFile;
import io.tillstream.producer.progress.Saved;
import io.tillstream.producer.progress.StateFile;
import io.tillstream.producer.report.Ending;
import io.tillstream.producer.report.ProgressDisplay;
import io.tillstream.producer.report.ReplayReport;
import io.tillstream.producer.send.Courier;
import io.tillstream.producer.send.IngestClient;
import io.tillstream.producer.send.RetryPolicy;
import io.tillstream.rowfiles.RowFile;
import io.tillstream.rowfiles.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/** Replays a file: one thread reads it, one thread a lane sends, one shows and saves how far it has come. */
final class Replay {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Rows held in memory at most, when there are so many lanes that full requests for all would be more. */
    private static final int ROWS_HELD = 200_000;

    private final ReplayPlan plan;
    private final Screen screen;
    private final Outcome outcome = new Outcome();
    private final IngestClient client;

    Replay(ReplayPlan plan, Screen screen) {
        this.plan = plan;
        this.screen = screen;
        this.client = new IngestClient(
                plan.service().url(), plan.service().key(), plan.service().timeout());
    }

    /** Stops sending; requests under way may still be answered. */
    void stop() {
        outcome.end(new Ending.Interrupted());
    }

    /** Breaks off what is under way. */
    void breakOff() {
        client.close();
    }

    /** Runs to the end, whatever that is. */
    ReplayReport run() throws IOException, InterruptedException, DateCheck.RefusedException {
        FileReading reading = plan.reading();
        try (client;
                RowFile file = RowFile.open(plan.file(), plan.encoding().orElse(null), reading.columns())) {
            screen.say(plan.file() + ": " + file.description());
            file.notes().forEach(screen::say);
            if (reading.dates() == null) {
                DateCheck.read(file, outcome).ifPresent(screen::say);
            }
            ReplayId id = ReplayId.of(file.sha256(), plan);
            StateFile state = new StateFile(plan.keeping().stateFolder().resolve(id.digits() + ".properties"));
            Saved saved = saved(state);
            Optional<RejectsFile> rejects = openRejects(saved);
            try {
                return replay(file, id, state, saved, rejects);
            } finally {
                if (rejects.isPresent()) {
                    rejects.get().close();
                }
            }
        }
    }

    private Saved saved(StateFile state) throws IOException {
        int lanes = plan.layout().lanes();
        Optional<Saved> found = plan.keeping().fresh() ? Optional.empty() : state.load(lanes);
        found.ifPresent(saved -> screen.say(String.format(
                Locale.ROOT,
                "Going on from an interruption: %,d rows were answered for. --fresh begins anew.",
                saved.totals().rows())));
        return found.orElse(Saved.nothing(lanes));
    }

    private Optional<RejectsFile> openRejects(Saved saved) throws IOException {
        Optional<Path> path = plan.keeping().rejects();
        return path.isEmpty() ? Optional.empty() : Optional.of(RejectsFile.open(path.get(), saved.rejectsLength()));
    }

    private ReplayReport replay(RowFile file, ReplayId id, StateFile state, Saved saved, Optional<RejectsFile> rejects)
            throws IOException, InterruptedException {
        Ledger ledger = new Ledger(saved, rejects);
        ProgressDisplay display = new ProgressDisplay(screen.out(), screen.terminal());
        Courier courier = new Courier(client, retryPolicy(), outcome.stop(), display::trouble);
        Sender sender = new Sender(plan.requests(), id, courier, ledger, outcome);
        List<Lane> lanes = lanes(sender);
        long begin = System.nanoTime();
        Pacer pacer = new Pacer(plan.requests().rate(), System::nanoTime);
        Dispatcher dispatcher = new Dispatcher(plan, lanes, saved, pacer, outcome);
        OptionalLong last = plan.selection().lastOf(file.estimatedRows());
        display.follow(() -> Watch.position(dispatcher, ledger, last));
        Watch watch = new Watch(screen, state, ledger, display);
        watch.start();
        boolean ended = false;
        try {
            readAndSend(file, lanes, dispatcher);
            ended = true;
        } finally {
            if (!ended) {
                stop();
            }
            watch.stop(outcome.ending());
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - begin);
        return new ReplayReport(
                new ReplayReport.Source(
                        plan.file(), file.description(), plan.service().url()),
                outcome.ending(),
                dispatcher.read(),
                dispatcher.undated(),
                ledger.totals(),
                ledger.before(),
                ledger.firstRejects(),
                ReplayReport.Timing.of(duration, plan.requests().rate(), sender.latencies()));
    }

    private RetryPolicy retryPolicy() {
        return new RetryPolicy(
                FIRST_PAUSE,
                LONGEST_PAUSE,
                plan.service().giveUpAfter(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    private void readAndSend(RowFile file, List<Lane> lanes, Dispatcher dispatcher) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Lane lane : lanes) {
            threads.add(Thread.ofVirtual().name("lane-", threads.size()).start(lane));
        }
        try {
            file.read(dispatcher);
        } catch (UnreadableFileException e) {
            outcome.endOfReading(new Ending.Unreadable(String.valueOf(e.getMessage())));
        }
        for (Lane lane : lanes) {
            lane.finish();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private List<Lane> lanes(Sender sender) {
        int count = plan.layout().lanes();
        int rows = Math.clamp(
                ROWS_HELD / (count * (long) Lane.BATCHES_HELD),
                1,
                plan.requests().rows());
        if (plan.requests().rate().isPresent()) {
            // No request waits longer than about a second to be filled.
            rows = (int) Math.clamp(Math.ceil(plan.requests().rate().getAsDouble() / count), 1, rows);
        }
        List<Lane> lanes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lanes.add(new Lane(i, rows, sender, outcome));
        }
        return lanes;
    }
}
