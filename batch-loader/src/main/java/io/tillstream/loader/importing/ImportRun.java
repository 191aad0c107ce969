package io.tillstream.loader.importing;

import io.tillstream.commandline.StopSignal;
import io.tillstream.loader.ledger.Claim;
import java.util.function.Consumer;

/**
 * One run of the program.
 *
 * @param say shows a line to who watches
 */
record ImportRun(ImportOptions options, ImportProgress progress, Consumer<String> say, StopSignal stop) {

    /** Throws when the run is to stop, or the claim is lost. */
    void goOnWith(Claim claim) {
        stop.check();
        claim.requireHeld();
    }
}
