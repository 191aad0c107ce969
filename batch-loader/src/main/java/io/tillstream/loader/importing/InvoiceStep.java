package io.tillstream.loader.importing;

import io.tillstream.commandline.StopSignal;
import io.tillstream.invoicestore.InvoiceWriter;
import io.tillstream.loader.ledger.Claim;
import io.tillstream.loader.parts.Part;
import io.tillstream.loader.parts.PartStore;
import io.tillstream.model.TransactionLine;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Adds the lines of parts to the look-ups, several parts at once; a finished part is marked in the ledger. */
final class InvoiceStep {

    private final PartStore parts;
    private final Supplier<InvoiceWriter> writer;
    private final int partsAtOnce;
    private final int chunk;

    InvoiceStep(PartStore parts, Supplier<InvoiceWriter> writer, int partsAtOnce, int chunk) {
        this.parts = parts;
        this.writer = writer;
        this.partsAtOnce = partsAtOnce;
        this.chunk = chunk;
    }

    /** Returns how many lines do not count in the look-ups, of the parts that were missing. */
    long storeParts(Claim claim, ImportProgress.Step progress, ImportRun run) {
        List<Part> missing = claim.partsToStore();
        progress.startAt(rows(claim.parts()) - rows(missing));
        InvoiceWriter invoices = writer.get();
        try (ExecutorService threads = Executors.newFixedThreadPool(partsAtOnce)) {
            List<Future<Long>> refused = missing.stream()
                    .map(part -> threads.submit(() -> store(part, claim, invoices, progress, run)))
                    .toList();
            try {
                return refused.stream().mapToLong(InvoiceStep::result).sum();
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private long store(Part part, Claim claim, InvoiceWriter invoices, ImportProgress.Step progress, ImportRun run) {
        RefusedLines refused =
                new RefusedLines(parts, claim.load(), claim.state().receivedAt(), part);
        parts.lines(part, chunk, lines -> {
            run.goOnWith(claim);
            List<TransactionLine> given =
                    lines.stream().map(TransactionLine.class::cast).toList();
            refused.addAll(invoices.add(given, refused::putReplaced));
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
