package io.tillstream.loader.importing;

import io.tillstream.loader.ledger.Claim;
import io.tillstream.loader.ledger.Claimed;
import io.tillstream.loader.ledger.Ledger;
import io.tillstream.loader.ledger.LoadState;
import io.tillstream.loader.ledger.Loaded;
import io.tillstream.loader.ledger.Target;
import io.tillstream.loader.parts.Figures;
import io.tillstream.loader.parts.FileSet;
import io.tillstream.loader.parts.Intake;
import io.tillstream.loader.parts.PartStore;
import io.tillstream.loader.parts.Refusal;
import io.tillstream.loader.parts.Verdict;
import io.tillstream.rowfiles.UnreadableFileException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Loads one file, or files that are one, or what of them is missing. */
final class FileImport {

    private static final String NOTHING = ". Nothing of it is loaded";

    private final Ledger ledger;
    private final Reading reading;
    private final Delivery delivery;
    private final Clock clock;

    FileImport(Ledger ledger, Reading reading, Delivery delivery, Clock clock) {
        this.ledger = ledger;
        this.reading = reading;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** The report of a load that has reached all of the targets; empty when there is something to do. */
    Optional<FileReport> reportOf(String name, String load, Set<Target> targets) {
        return ledger.find(load)
                .filter(state -> state.missing(targets).isEmpty() && !holdsNothing(state))
                .map(state -> FileReport.of(name, load, Outcome.NOTHING_TO_DO, state));
    }

    private static boolean holdsNothing(LoadState state) {
        Figures figures = state.figures();
        return figures != null && figures.accepted() == 0;
    }

    FileReport run(String name, FileSet files, Session session) throws UnreadableFileException, InterruptedException {
        String load = files.id(session.options().meaning());
        Optional<FileReport> finished = reportOf(name, load, session.options().targets());
        if (finished.isPresent()) {
            return finished.get();
        }
        Claimed claimed = ledger.claim(load, LoadState.fresh(name, clock.instant()), session.say());
        return switch (claimed) {
            case Claimed.Busy busy -> busy(name, busy);
            case Claimed.Held held -> {
                try (Claim claim = held.claim()) {
                    yield work(claim, name, files, session);
                }
            }
        };
    }

    private FileReport work(Claim claim, String name, FileSet files, Session session)
            throws UnreadableFileException, InterruptedException {
        Set<Target> targets = session.options().targets();
        try (LoadAhead ahead = delivery.ahead(claim.state().missing(targets))) {
            if (!Reading.isDone(claim.state(), session.options())) {
                Intake intake = reading.run(claim, files, ahead, session);
                if (intake.refusal() != null) {
                    return refused(name, claim, intake.figures(), intake.refusal());
                }
            }
            Figures figures = Objects.requireNonNull(claim.state().figures());
            Refusal refusal = Verdict.ofRows(figures, session.options().rules().limit());
            if (refusal != null) {
                return FileReport.stopped(
                        name,
                        claim.load(),
                        figures,
                        refusal.message() + ". It was read before with another bound; nothing more of it is loaded");
            }
            reading.lookForTwin(claim, figures);
            if (claim.state().sameAs() == null) {
                delivery.run(claim, claim.state().missing(targets), ahead, session);
            }
        }
        String twin = claim.state().sameAs();
        if (twin != null) {
            return follow(claim, twin, name, session);
        }
        if (!PartStore.isLake(Objects.requireNonNull(claim.state().prefix()))) {
            reading.sweep(claim);
        }
        return FileReport.of(name, claim.load(), Outcome.LOADED, claim.state());
    }

    private static FileReport refused(String name, Claim claim, Figures figures, Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unreadable unreadable ->
                FileReport.without(name, Outcome.UNREADABLE, unreadable.message() + NOTHING);
            case Refusal.Rejected rejected ->
                FileReport.stopped(
                        name,
                        claim.load(),
                        figures,
                        rejected.message() + NOTHING + "; the bad rows so far lie under rejected/import/");
        };
    }

    /** What another file of the same lines has not reached, its parts are brought to. */
    private FileReport follow(Claim claim, String twin, String name, Session session) throws InterruptedException {
        reading.sweep(claim);
        Set<Target> targets = session.options().targets();
        Claimed claimed = ledger.claim(twin, claim.state(), session.say());
        switch (claimed) {
            case Claimed.Busy busy -> {
                return busy(name, busy);
            }
            case Claimed.Held held -> {
                try (Claim first = held.claim()) {
                    Set<Target> missing = first.state().missing(targets);
                    delivery.run(first, missing, LoadAhead.none(), session);
                    claim.update(state -> state.reached(targets)
                            .loaded(missing.contains(Target.WAREHOUSE) ? told(first) : allThere(state)));
                }
            }
        }
        return FileReport.of(name, claim.load(), Outcome.LOADED, claim.state());
    }

    private static Loaded told(Claim first) {
        return Objects.requireNonNull(first.state().warehouse());
    }

    private static Loaded allThere(LoadState state) {
        Figures figures = Objects.requireNonNull(state.figures());
        return new Loaded(0, figures.accepted(), 0L, 0, 0);
    }

    private static FileReport busy(String name, Claimed.Busy busy) {
        return FileReport.without(name, Outcome.BUSY, "another run is at it: " + busy.owner());
    }
}
