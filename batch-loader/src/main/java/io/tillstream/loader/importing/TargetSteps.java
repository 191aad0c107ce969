package io.tillstream.loader.importing;

import io.tillstream.loader.ledger.Claim;
import io.tillstream.loader.ledger.LoadTarget;
import io.tillstream.loader.ledger.Loaded;
import io.tillstream.loader.parts.Part;
import io.tillstream.loader.parts.PartStore;
import io.tillstream.model.feed.Feed;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The steps after reading: from the parts of a file to the targets that miss them. The look-ups and the warehouse at
 * the same time.
 */
final class TargetSteps {

    private static final String LOAD = "warehouse";

    /** All that takes time, in its order. */
    static final List<String> STEPS =
            List.of(ReadStep.STEP, nameOf(LoadTarget.INVOICES), nameOf(LoadTarget.SESSIONS), LOAD);

    private final PartStore parts;
    private final Optional<LoadTarget> lookup;
    private final LookupStep lookups;
    private final WarehouseStep warehouse;

    TargetSteps(Feed feed, PartStore parts, LookupStep lookups, WarehouseStep warehouse) {
        this.parts = parts;
        this.lookup = LoadTarget.lookupOf(feed);
        this.lookups = lookups;
        this.warehouse = warehouse;
    }

    /** Begins with the warehouse before the parts are made, if it is among what is missing. */
    LoadAhead ahead(Set<LoadTarget> missing) {
        return missing.contains(LoadTarget.WAREHOUSE) ? warehouse.ahead() : LoadAhead.none();
    }

    /** Returns when all of the targets are reached; where one fails, the others are brought to their end. */
    void load(Claim claim, Set<LoadTarget> missing, LoadAhead ahead, ImportRun run) {
        List<Part> manifest = claim.parts();
        if (missing.contains(LoadTarget.LAKE)) {
            parts.putManifest(Objects.requireNonNull(claim.state().prefix()), manifest);
            claim.update(state -> state.reached(Set.of(LoadTarget.LAKE)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CompletableFuture<Void> store = lookup.filter(missing::contains)
                    .map(target -> CompletableFuture.runAsync(() -> store(target, claim, manifest, run), threads))
                    .orElseGet(() -> CompletableFuture.completedFuture(null));
            CompletableFuture<Void> load = missing.contains(LoadTarget.WAREHOUSE)
                    ? CompletableFuture.runAsync(() -> loadWarehouse(claim, manifest, ahead, run), threads)
                    : CompletableFuture.completedFuture(null);
            CompletableFuture.allOf(store, load).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
        }
    }

    private void store(LoadTarget target, Claim claim, List<Part> manifest, ImportRun run) {
        try (ImportProgress.Step step = run.progress().begin(nameOf(target), rows(manifest))) {
            long refused = lookups.storeParts(claim, step, run);
            claim.update(state -> state.reached(Set.of(target))
                    .refused(state.refused() + refused)
                    .took(step.name(), step.seconds()));
        }
    }

    private void loadWarehouse(Claim claim, List<Part> manifest, LoadAhead ahead, ImportRun run) {
        try (ImportProgress.Step step = run.progress().begin(LOAD, rows(manifest))) {
            claim.requireHeld();
            Loaded loaded = warehouse.loadParts(manifest, ahead);
            claim.update(state ->
                    state.reached(Set.of(LoadTarget.WAREHOUSE)).loaded(loaded).took(step.name(), step.seconds()));
        }
    }

    private static String nameOf(LoadTarget target) {
        return target.name().toLowerCase(Locale.ROOT);
    }

    private static long rows(List<Part> manifest) {
        return manifest.stream().mapToLong(Part::rows).sum();
    }
}
