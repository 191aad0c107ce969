package io.tillstream.loader.importing;

import io.tillstream.loader.ledger.LoadLedger;
import io.tillstream.loader.source.Source;
import io.tillstream.model.identity.Digest128;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the loads of S3 objects in the ledger by their address: one that was loaded as it is need not even be fetched.
 */
final class LoadedObjects {

    private final LoadLedger ledger;
    private final FinishedLoads finished;

    LoadedObjects(LoadLedger ledger) {
        this.ledger = ledger;
        this.finished = new FinishedLoads(ledger);
    }

    /** The report of the one load that brought all of these, in the way that is asked for, to all targets. */
    Optional<FileReport> reportOf(String name, List<Source> sources, ImportOptions options) {
        Set<String> loads = sources.stream()
                .map(source -> source instanceof Source.Remote remote
                        ? ledger.loadOfObject(remote.name(), versionOf(remote, options))
                                .orElse("")
                        : "")
                .collect(Collectors.toSet());
        String load = loads.iterator().next();
        return loads.size() == 1 && !load.isEmpty()
                ? finished.reportOf(name, load, options.targetsOfAny())
                : Optional.empty();
    }

    void remember(List<Source> sources, ImportOptions options, String load) {
        for (Source source : sources) {
            if (source instanceof Source.Remote remote) {
                ledger.remember(remote.name(), versionOf(remote, options), load);
            }
        }
    }

    /** An object that is read with other options counts as another object. */
    private static String versionOf(Source.Remote remote, ImportOptions options) {
        List<String> meaning = options.meaning();
        if (meaning.isEmpty()) {
            return remote.etag();
        }
        Digest128 digest = new Digest128();
        meaning.forEach(digest::add);
        return remote.etag() + " " + digest.finish();
    }
}
