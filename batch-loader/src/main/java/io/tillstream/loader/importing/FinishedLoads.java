package io.tillstream.loader.importing;

import io.tillstream.loader.ledger.LoadLedger;
import io.tillstream.loader.ledger.LoadState;
import io.tillstream.loader.ledger.LoadTarget;
import io.tillstream.loader.parts.FileStatistics;
import java.util.Optional;
import java.util.Set;

/** Knows from the ledger of which loads nothing is missing. */
record FinishedLoads(LoadLedger ledger) {

    /** The report of a load that has reached all of the targets; empty when there is something to do. */
    Optional<FileReport> reportOf(String name, String load, Set<LoadTarget> targets) {
        return ledger.find(load)
                .filter(state -> state.missing(targets).isEmpty() && !holdsNothing(state))
                .map(state -> FileReport.of(name, load, FileOutcome.NOTHING_TO_DO, state));
    }

    private static boolean holdsNothing(LoadState state) {
        FileStatistics figures = state.figures();
        return figures != null && figures.accepted() == 0;
    }
}
