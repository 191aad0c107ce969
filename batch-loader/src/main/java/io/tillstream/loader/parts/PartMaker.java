package io.tillstream.loader.parts;

import io.tillstream.rowfiles.UnreadableFileException;

/**
 * Makes parts of files, and dead letters of their bad rows.
 *
 * <p>One thread reads, validates and identifies all rows in their order, also those of parts that are there, because the
 * identity of a row depends on the rows before it. A second one encodes and compresses what is not there yet, others put
 * it. What waits in between is bounded, so memory does not grow with the file.
 */
public final class PartMaker {

    private static final int CHUNKS = 16;

    private final PartStore store;
    private final PartSettings settings;

    public PartMaker(PartStore store, PartSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** Reads all rows, cuts their lines into parts and puts those. Returns when all, and the dead letters, are put. */
    public ReadResult make(FileSet files, PartPlan plan, PartWork work) throws UnreadableFileException {
        try (WorkFolder scratch = WorkFolder.of(settings.scratch(), plan.load());
                WorkerPool puts = new WorkerPool("put-part", settings.puts(), 2 * settings.puts());
                WorkerPool cuts = new WorkerPool("make-part", 1, CHUNKS);
                RejectedRows rejected = RejectedRows.of(plan, scratch.folder(), store);
                Tally tally = new Tally(scratch.folder(), plan.rules(), files.feed())) {
            PartCutter cutter = new PartCutter(plan, work, scratch.folder(), settings.compression(), store, puts);
            FileLineReader rows = new FileLineReader(files, plan, settings.bounds(), tally, rejected, work);
            ReadResult result = rows.readAll(lines -> cuts.submit(() -> cutter.take(lines)));
            if (result.refusal() == null) {
                cuts.submit(cutter::finish);
                cuts.finish();
                puts.finish();
            }
            if (!(result.refusal() instanceof Refusal.Unreadable)) {
                rejected.put();
            }
            return result;
        } catch (UnreadableFileException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw PartsFailureException.of(e);
        }
    }
}
