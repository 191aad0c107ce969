package io.tillstream.loader.importing;

import io.tillstream.loader.ledger.Claim;
import io.tillstream.loader.ledger.Claimed;
import io.tillstream.loader.ledger.LoadLedger;
import io.tillstream.loader.ledger.LoadState;
import io.tillstream.loader.ledger.LoadTarget;
import io.tillstream.loader.ledger.Loaded;
import io.tillstream.loader.parts.FileSet;
import io.tillstream.loader.parts.FileStatistics;
import io.tillstream.loader.parts.ReadChecks;
import io.tillstream.loader.parts.ReadResult;
import io.tillstream.loader.parts.Refusal;
import io.tillstream.rowfiles.UnreadableFileException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Loads one file, or several as one; only what is missing of them. */
final class FileImport {

    private static final String NOTHING = ". Nothing of it is loaded";

    private final LoadLedger ledger;
    private final FinishedLoads finished;
    private final ReadStep readStep;
    private final TargetSteps targetSteps;
    private final Clock clock;

    FileImport(LoadLedger ledger, ReadStep readStep, TargetSteps targetSteps, Clock clock) {
        this.ledger = ledger;
        this.finished = new FinishedLoads(ledger);
        this.readStep = readStep;
        this.targetSteps = targetSteps;
        this.clock = clock;
    }

    FileReport importFiles(String name, FileSet files, ImportRun run)
            throws UnreadableFileException, InterruptedException {
        String load = files.id(run.options().meaning());
        Optional<FileReport> known = finished.reportOf(name, load, run.options().targets());
        if (known.isPresent()) {
            return known.get();
        }
        Claimed claimed = ledger.claim(load, LoadState.fresh(name, clock.instant()), run.say());
        return switch (claimed) {
            case Claimed.Busy busy -> busy(name, busy);
            case Claimed.Held held -> {
                try (Claim claim = held.claim()) {
                    yield work(claim, name, files, run);
                }
            }
        };
    }

    /** Reads the files into parts, unless the parts exist, and brings the parts to the targets that lack them. */
    private FileReport work(Claim claim, String name, FileSet files, ImportRun run)
            throws UnreadableFileException, InterruptedException {
        Set<LoadTarget> targets = run.options().targets();
        try (LoadAhead ahead = targetSteps.ahead(claim.state().missing(targets))) {
            Optional<FileReport> refused = read(claim, name, files, ahead, run);
            if (refused.isPresent()) {
                return refused.get();
            }
            readStep.lookForTwin(claim);
            if (claim.state().sameAs() == null) {
                targetSteps.load(claim, claim.state().missing(targets), ahead, run);
            }
        }
        String twin = claim.state().sameAs();
        if (twin != null) {
            return follow(claim, twin, name, run);
        }
        readStep.sweepStaging(claim);
        return FileReport.of(name, claim.load(), FileOutcome.LOADED, claim.state());
    }

    /** Empty when the parts are there; the report when the files are refused. */
    private Optional<FileReport> read(Claim claim, String name, FileSet files, LoadAhead ahead, ImportRun run)
            throws UnreadableFileException {
        if (!readStep.isDone(claim.state(), run.options())) {
            ReadResult result = readStep.makeParts(claim, files, ahead, run);
            if (result.refusal() != null) {
                return Optional.of(refused(name, claim, result.figures(), result.refusal()));
            }
        }
        FileStatistics figures = Objects.requireNonNull(claim.state().figures());
        return Optional.ofNullable(
                        ReadChecks.ofRows(figures, run.options().rules().limit()))
                .map(refusal -> FileReport.stopped(
                        name,
                        claim.load(),
                        figures,
                        refusal.message() + ". It was read before with another limit; nothing more of it is loaded"));
    }

    private static FileReport refused(String name, Claim claim, FileStatistics figures, Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unreadable unreadable ->
                FileReport.without(name, FileOutcome.UNREADABLE, unreadable.message() + NOTHING);
            case Refusal.Rejected rejected ->
                FileReport.stopped(
                        name,
                        claim.load(),
                        figures,
                        rejected.message() + NOTHING + "; the bad rows so far lie under rejected/import/");
        };
    }

    /** Brings the parts of another file with the same lines to the targets that file has not reached. */
    private FileReport follow(Claim claim, String twin, String name, ImportRun run) throws InterruptedException {
        readStep.sweep(claim);
        Set<LoadTarget> targets = run.options().targets();
        Claimed claimed = ledger.claim(twin, claim.state(), run.say());
        switch (claimed) {
            case Claimed.Busy busy -> {
                return busy(name, busy);
            }
            case Claimed.Held held -> {
                try (Claim first = held.claim()) {
                    Set<LoadTarget> missing = first.state().missing(targets);
                    targetSteps.load(first, missing, LoadAhead.none(), run);
                    claim.update(state -> state.reached(targets)
                            .loaded(missing.contains(LoadTarget.WAREHOUSE) ? told(first) : allThere(state)));
                }
            }
        }
        return FileReport.of(name, claim.load(), FileOutcome.LOADED, claim.state());
    }

    private static Loaded told(Claim first) {
        return Objects.requireNonNull(first.state().warehouse());
    }

    private static Loaded allThere(LoadState state) {
        FileStatistics figures = Objects.requireNonNull(state.figures());
        return new Loaded(0, figures.accepted(), 0L, 0, 0);
    }

    private static FileReport busy(String name, Claimed.Busy busy) {
        return FileReport.without(name, FileOutcome.BUSY, "another run is loading it: " + busy.owner());
    }
}
