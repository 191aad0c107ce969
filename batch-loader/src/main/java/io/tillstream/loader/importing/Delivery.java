package io.tillstream.loader.importing;

import io.tillstream.loader.ledger.Claim;
import io.tillstream.loader.ledger.Loaded;
import io.tillstream.loader.ledger.Target;
import io.tillstream.loader.parts.Part;
import io.tillstream.loader.parts.PartStore;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The steps after the first: from parts to where they are missing. The look-ups and the warehouse at the same time. */
final class Delivery {

    private static final String STORE = "invoices";
    private static final String LOAD = "warehouse";

    /** All that takes time, in its order. */
    static final List<String> STEPS = List.of(Reading.STEP, STORE, LOAD);

    private final PartStore parts;
    private final InvoiceStep invoices;
    private final WarehouseStep warehouse;

    Delivery(PartStore parts, InvoiceStep invoices, WarehouseStep warehouse) {
        this.parts = parts;
        this.invoices = invoices;
        this.warehouse = warehouse;
    }

    /** Begins with the warehouse before the parts are made, if it is among what is missing. */
    LoadAhead ahead(Set<Target> missing) {
        return missing.contains(Target.WAREHOUSE) ? warehouse.ahead() : LoadAhead.none();
    }

    /** Returns when all of the targets are reached; where one fails, the others are brought to their end. */
    void run(Claim claim, Set<Target> missing, LoadAhead ahead, Session session) {
        List<Part> manifest = claim.parts();
        if (missing.contains(Target.LAKE)) {
            parts.putManifest(Objects.requireNonNull(claim.state().prefix()), manifest);
            claim.update(state -> state.reached(Set.of(Target.LAKE)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CompletableFuture<Void> store = missing.contains(Target.INVOICES)
                    ? CompletableFuture.runAsync(() -> store(claim, manifest, session), threads)
                    : CompletableFuture.completedFuture(null);
            CompletableFuture<Void> load = missing.contains(Target.WAREHOUSE)
                    ? CompletableFuture.runAsync(() -> load(claim, manifest, ahead, session), threads)
                    : CompletableFuture.completedFuture(null);
            CompletableFuture.allOf(store, load).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
        }
    }

    private void store(Claim claim, List<Part> manifest, Session session) {
        try (Progress.Step step = session.progress().begin(STORE, rows(manifest))) {
            long refused = invoices.run(claim, step, () -> {
                session.stop().check();
                claim.requireHeld();
            });
            claim.update(state -> state.reached(Set.of(Target.INVOICES))
                    .refused(state.refused() + refused)
                    .took(step.name(), step.seconds()));
        }
    }

    private void load(Claim claim, List<Part> manifest, LoadAhead ahead, Session session) {
        try (Progress.Step step = session.progress().begin(LOAD, rows(manifest))) {
            claim.requireHeld();
            Loaded loaded = warehouse.run(manifest, ahead);
            claim.update(state ->
                    state.reached(Set.of(Target.WAREHOUSE)).loaded(loaded).took(step.name(), step.seconds()));
        }
    }

    private static long rows(List<Part> manifest) {
        return manifest.stream().mapToLong(Part::rows).sum();
    }
}
