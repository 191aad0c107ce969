package io.tillstream.producer.replay;

import io.tillstream.commandline.CommandRun;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.retry.RetryPolicy;
import io.tillstream.producer.progress.RejectsFile;
import io.tillstream.producer.progress.ReplayProgress;
import io.tillstream.producer.progress.SavedProgress;
import io.tillstream.producer.progress.StateFile;
import io.tillstream.producer.report.ReplayEnding;
import io.tillstream.producer.report.ReplayProgressText;
import io.tillstream.producer.report.ReplayReport;
import io.tillstream.producer.send.IngestClient;
import io.tillstream.producer.send.RequestSender;
import io.tillstream.rowfiles.FileLimits;
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

/** Replays a file: one thread reads it, one thread a connection sends, one shows and saves how far it has come. */
final class Replay {

    private static final RetryPolicy PAUSES = RetryPolicy.untilStopped(Duration.ofMillis(200), Duration.ofSeconds(10));

    /** Rows held in memory at most, when there are so many connections that full requests for all would be more. */
    private static final int ROWS_HELD = 200_000;

    private final ReplayPlan plan;
    private final CommandRun run;
    private final ReplayOutcome outcome;
    private final IngestClient client;

    Replay(ReplayPlan plan, CommandRun run) {
        this.plan = plan;
        this.run = run;
        this.outcome = new ReplayOutcome(run.stop());
        this.client = new IngestClient(
                plan.service().url(),
                plan.reading().feed().layout().path(),
                plan.service().key(),
                plan.service().timeout());
    }

    /** Runs to the end, whatever that is. */
    ReplayReport run() throws IOException, InterruptedException, DateCheck.RefusedException {
        FileReading reading = plan.reading();
        run.breakOffBy(client::close);
        try (client;
                RowFile file = open(reading)) {
            run.say(plan.file() + ": " + file.description());
            List<String> notes = file.notes();
            notes.forEach(run::say);
            new Feeds(List.of(reading.feed())).ownFields().forEach(run::say);
            if (reading.dates() == null) {
                DateCheck.read(file, outcome).ifPresent(run::say);
            }
            ReplayId id = ReplayId.of(file.sha256(), plan);
            StateFile state = new StateFile(plan.keeping().stateFolder().resolve(id.digits() + ".properties"));
            SavedProgress saved = saved(state);
            Optional<RejectsFile> rejects = openRejects(saved);
            try {
                ReplayReport report = replay(file, id, state, saved, rejects);
                // Some are known once the rows have been read.
                file.notes().stream().filter(note -> !notes.contains(note)).forEach(run::say);
                return report;
            } finally {
                if (rejects.isPresent()) {
                    rejects.get().close();
                }
            }
        }
    }

    private RowFile open(FileReading reading) throws UnreadableFileException {
        return RowFile.open(
                plan.file(),
                plan.encoding().orElse(null),
                reading.columns(),
                FileLimits.defaults(),
                new Feeds(List.of(reading.feed())));
    }

    private SavedProgress saved(StateFile state) throws IOException {
        int connections = plan.layout().connections();
        Optional<SavedProgress> found = plan.keeping().fresh() ? Optional.empty() : state.load(connections);
        found.ifPresent(saved -> run.say(String.format(
                Locale.ROOT,
                "Continuing after an interruption: %,d rows are already done. --fresh starts from the beginning.",
                saved.totals().rows())));
        return found.orElse(SavedProgress.nothing(connections));
    }

    private Optional<RejectsFile> openRejects(SavedProgress saved) throws IOException {
        Optional<Path> path = plan.keeping().rejects();
        return path.isEmpty() ? Optional.empty() : Optional.of(RejectsFile.open(path.get(), saved.rejectsLength()));
    }

    private ReplayReport replay(
            RowFile file, ReplayId id, StateFile state, SavedProgress saved, Optional<RejectsFile> rejects)
            throws IOException, InterruptedException {
        ReplayProgress progress = new ReplayProgress(saved, rejects);
        ReplayProgressText text = new ReplayProgressText(run.isOnTerminal());
        RetryPolicy policy = PAUSES.givingUpAfter(plan.service().giveUpAfter());
        RequestSender requests = new RequestSender(client, policy, run.stop(), text::trouble);
        BatchSender sender = new BatchSender(plan.requests(), id, requests, progress, outcome);
        List<ShopConnection> connections = connections(sender);
        long begin = System.nanoTime();
        Pacer pacer = new Pacer(plan.requests().rate(), System::nanoTime);
        RowDispatcher dispatcher = new RowDispatcher(plan, connections, saved, pacer, outcome);
        OptionalLong last = plan.selection().lastOf(file.estimatedRows());
        run.show(() -> text.of(ReplaySaving.position(dispatcher, progress, last)));
        ReplaySaving saving = new ReplaySaving(run, state, progress);
        saving.start();
        boolean ended = false;
        try {
            readAndSend(file, connections, dispatcher);
            ended = true;
        } finally {
            if (!ended) {
                run.stop().tell();
            }
            saving.stop(outcome.ending());
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - begin);
        return new ReplayReport(
                new ReplayReport.Source(
                        plan.file(), file.description(), plan.service().url()),
                outcome.ending(),
                dispatcher.read(),
                dispatcher.undated(),
                progress.totals(),
                progress.before(),
                progress.firstRejects(),
                ReplayReport.Timing.of(duration, plan.requests().rate(), sender.latencies()));
    }

    private void readAndSend(RowFile file, List<ShopConnection> connections, RowDispatcher dispatcher)
            throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (ShopConnection connection : connections) {
            threads.add(Thread.ofVirtual().name("connection-", threads.size()).start(connection));
        }
        try {
            file.read(dispatcher);
        } catch (UnreadableFileException e) {
            outcome.endOfReading(new ReplayEnding.Unreadable(String.valueOf(e.getMessage())));
        }
        for (ShopConnection connection : connections) {
            connection.finish();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private List<ShopConnection> connections(BatchSender sender) {
        int count = plan.layout().connections();
        int rows = Math.clamp(
                ROWS_HELD / (count * (long) ShopConnection.BATCHES_HELD),
                1,
                plan.requests().rows());
        if (plan.requests().rate().isPresent()) {
            // No request waits longer than about a second to be filled.
            rows = (int) Math.clamp(Math.ceil(plan.requests().rate().getAsDouble() / count), 1, rows);
        }
        List<ShopConnection> connections = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            connections.add(new ShopConnection(i, rows, sender, outcome));
        }
        return connections;
    }
}
