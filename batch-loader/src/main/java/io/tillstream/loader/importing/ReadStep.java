package io.tillstream.loader.importing;

import io.tillstream.loader.ledger.Claim;
import io.tillstream.loader.ledger.LoadLedger;
import io.tillstream.loader.ledger.LoadState;
import io.tillstream.loader.ledger.LoadTarget;
import io.tillstream.loader.parts.Cut;
import io.tillstream.loader.parts.FileSet;
import io.tillstream.loader.parts.FileStatistics;
import io.tillstream.loader.parts.Part;
import io.tillstream.loader.parts.PartMaker;
import io.tillstream.loader.parts.PartPlan;
import io.tillstream.loader.parts.PartStore;
import io.tillstream.loader.parts.PartTaker;
import io.tillstream.loader.parts.PartWork;
import io.tillstream.loader.parts.ReadResult;
import io.tillstream.model.FeedLine;
import io.tillstream.rowfiles.UnreadableFileException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;

/** The first step: reads files into parts, from where an earlier attempt stopped. */
final class ReadStep {

    static final String STEP = "read";

    private final LoadLedger ledger;
    private final PartStore parts;
    private final PartMaker maker;
    private final DataSize partSize;

    ReadStep(LoadLedger ledger, PartStore parts, PartMaker maker, DataSize partSize) {
        this.ledger = ledger;
        this.parts = parts;
        this.maker = maker;
        this.partSize = partSize;
    }

    /** Whether the parts that there are will do for the targets. */
    boolean isDone(LoadState state, ImportOptions options) {
        String prefix = state.prefix();
        return state.sameAs() != null || (prefix != null && state.hasParts() && suits(prefix, options));
    }

    /**
     * Makes the parts. Files that are refused leave none.
     *
     * @param next told of each part as soon as it lies there, by several threads, and of its lines before that
     */
    ReadResult makeParts(Claim claim, FileSet files, PartTaker next, ImportRun run) throws UnreadableFileException {
        LoadState state = begin(claim, files, run.options());
        List<Part> finished = claim.parts();
        finished.forEach(next::take);
        long estimated = files.estimatedRows().orElse(0);
        try (ImportProgress.Step step = run.progress().begin(STEP, estimated)) {
            Recorded work = new Recorded(claim, next, run, step);
            ReadResult result = make(files, planOf(claim.load(), state, finished, run.options()), work);
            if (result.refusal() != null) {
                sweep(claim);
            } else {
                reconcile(claim.parts(), result.figures());
                claim.update(now -> now.cut(result.figures()).took(STEP, step.seconds()));
            }
            return result;
        }
    }

    /** Nothing is kept of a file that turns out to be broken. */
    private ReadResult make(FileSet files, PartPlan plan, Recorded work) throws UnreadableFileException {
        try {
            return maker.make(files, plan, work);
        } catch (UnreadableFileException broken) {
            sweep(work.claim());
            throw broken;
        }
    }

    /** Deletes the parts. */
    void sweep(Claim claim) {
        String prefix = claim.state().prefix();
        if (prefix != null) {
            parts.sweep(prefix);
            claim.forgetParts();
            claim.update(LoadState::swept);
        }
    }

    /** Deletes the parts that are not to stay in the lake. */
    void sweepStaging(Claim claim) {
        if (!parts.isLake(Objects.requireNonNull(claim.state().prefix()))) {
            sweep(claim);
        }
    }

    private LoadState begin(Claim claim, FileSet files, ImportOptions options) throws UnreadableFileException {
        String prefix = claim.state().prefix();
        if (prefix != null && suits(prefix, options)) {
            return claim.state();
        }
        sweep(claim);
        String wanted = staysInTheLake(options) ? parts.lakeOf(claim.load()) : PartStore.stagingOf(claim.load());
        Cut cut = cutOf(files, options);
        return claim.update(state -> state.cutting(wanted, cut));
    }

    private Cut cutOf(FileSet files, ImportOptions options) throws UnreadableFileException {
        OptionalLong rows = files.estimatedRows();
        if (options.split().isPresent()) {
            int split = options.split().getAsInt();
            return Cut.into(split, rows.isPresent() || split == 1 ? rows.orElse(0) : files.count());
        }
        return rows.isPresent() ? Cut.balanced(partSize.toBytes(), rows.getAsLong()) : Cut.bySize(partSize.toBytes());
    }

    private static PartPlan planOf(String load, LoadState state, List<Part> finished, ImportOptions options) {
        return new PartPlan(
                load,
                Objects.requireNonNull(state.prefix()),
                Objects.requireNonNull(state.cut()),
                state.receivedAt(),
                options.rules(),
                finished.stream().collect(Collectors.toMap(Part::number, Function.identity())));
    }

    /** Before anything is made of the parts. */
    private static void reconcile(List<Part> made, FileStatistics figures) {
        long lines = made.stream().mapToLong(Part::rows).sum();
        if (lines != figures.accepted()) {
            throw new IllegalStateException(
                    "The parts hold " + lines + " lines, but " + figures.accepted() + " rows were accepted");
        }
    }

    /**
     * Finds out whether another file had the same lines; then its parts are used in place of this one's. Asked before
     * every delivery, because an earlier attempt may have ended before it asked.
     */
    void lookForTwin(Claim claim) {
        String prefix = claim.state().prefix();
        if (prefix == null) {
            return;
        }
        String digest = Objects.requireNonNull(claim.state().figures()).digest();
        boolean inLake = parts.isLake(prefix);
        String first = inLake
                ? ledger.claimContent(digest, claim.load())
                : ledger.loadOf(digest).orElse(claim.load());
        if (!first.equals(claim.load())) {
            claim.update(state -> state.standsFor(first));
        }
    }

    private boolean suits(String prefix, ImportOptions options) {
        return parts.isLake(prefix) || !staysInTheLake(options);
    }

    private static boolean staysInTheLake(ImportOptions options) {
        return options.targets().contains(LoadTarget.LAKE);
    }

    /** Announces a part once it is in the ledger. */
    private record Recorded(Claim claim, PartTaker next, ImportRun run, ImportProgress.Step step) implements PartWork {

        @Override
        public void takeLines(int part, List<FeedLine> lines) {
            next.takeLines(part, lines);
        }

        @Override
        public void take(Part part) {
            claim.partIsMade(part);
            next.take(part);
        }

        @Override
        public void goOn() {
            run.goOnWith(claim);
        }

        @Override
        public void progress(long rows) {
            step.at(rows);
        }
    }
}
