package io.tillstream.loader.importing;

import io.tillstream.commandline.StopSignal;
import io.tillstream.loader.ledger.Claim;
import io.tillstream.loader.parts.Part;
import io.tillstream.loader.parts.PartStore;
import io.tillstream.model.feed.Feed;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Adds the lines of parts to the look-ups of their feed, several parts at once; a finished part is marked in the ledger. */
final class LookupStep {

    private final Feed feed;
    private final PartStore parts;
    private final Supplier<LookupWriter> writer;
    private final int partsAtOnce;
    private final int chunk;

    LookupStep(Feed feed, PartStore parts, Supplier<LookupWriter> writer, int partsAtOnce, int chunk) {
        this.feed = feed;
        this.parts = parts;
        this.writer = writer;
        this.partsAtOnce = partsAtOnce;
        this.chunk = chunk;
    }

    /** Returns how many lines do not count in the look-ups, of the parts that were missing. */
    long storeParts(Claim claim, ImportProgress.Step progress, ImportRun run) {
        List<Part> missing = claim.partsToStore();
        progress.startAt(rows(claim.parts()) - rows(missing));
        LookupWriter lookups = writer.get();
        try (ExecutorService threads = Executors.newFixedThreadPool(partsAtOnce)) {
            List<Future<Long>> refused = missing.stream()
                    .map(part -> threads.submit(() -> store(part, claim, lookups, progress, run)))
                    .toList();
            try {
                return refused.stream().mapToLong(LookupStep::result).sum();
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private long store(Part part, Claim claim, LookupWriter lookups, ImportProgress.Step progress, ImportRun run) {
        UncountedLines refused =
                new UncountedLines(feed, parts, claim.load(), claim.state().receivedAt(), part);
        parts.lines(part, chunk, lines -> {
            run.goOnWith(claim);
            refused.addAll(lookups.add(lines, refused::putReplaced));
            progress.add(lines.size());
        });
        refused.put();
        claim.partIsStored(part);
        return refused.count();
    }

    private static long rows(List<Part> some) {
        return some.stream().mapToLong(Part::rows).sum();
    }

    private static long result(Future<Long> part) {
        try {
            return part.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new StopSignal.StoppedException();
        }
    }
}
