package io.tillstream.loader.importing;

import io.tillstream.commandline.StopSignal;
import io.tillstream.loader.ledger.Claim;
import io.tillstream.model.feed.Feed;
import java.util.function.Consumer;

/**
 * One run of the program.
 *
 * @param say shows a line to who watches
 */
record ImportRun(ImportOptions options, ImportProgress progress, Consumer<String> say, StopSignal stop) {

    /** The same with the options of files that are of this feed. */
    ImportRun of(Feed feed) {
        return new ImportRun(options.of(feed), progress, say, stop);
    }

    /** Throws when the run is to stop, or the claim is lost. */
    void goOnWith(Claim claim) {
        stop.check();
        claim.requireHeld();
    }
}
