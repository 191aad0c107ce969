package io.tillstream.loader.parts;

import io.tillstream.model.row.RowValidator;
import io.tillstream.rowfiles.RowFile;
import io.tillstream.rowfiles.UnreadableFileException;
import java.util.function.LongConsumer;

/**
 * Makes parts of a file, and dead letters of its bad rows.
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

    /**
     * Returns when all parts, and the dead letters, are put.
     *
     * @param progress told how many rows were read, now and then
     */
    public Intake make(RowFile file, PartPlan plan, LongConsumer progress) throws UnreadableFileException {
        try (Scratch scratch = Scratch.of(settings.scratch(), plan.load());
                Lane puts = new Lane("put-part", settings.puts(), 2 * settings.puts());
                Lane cuts = new Lane("make-part", 1, CHUNKS);
                RejectedRows rejected = RejectedRows.of(file, plan, scratch.folder(), store);
                Tally tally = new Tally(scratch.folder())) {
            PartCutter cutter = new PartCutter(plan, scratch.folder(), settings.compression(), store, puts);
            RowIntake intake = new RowIntake(
                    new RowValidator(settings.bounds()), plan, file.estimatedRows(), tally, rejected, progress);
            boolean isStopped = intake.readAll(file, lines -> cuts.submit(() -> cutter.take(lines)));
            if (!isStopped) {
                cuts.submit(cutter::finish);
                cuts.finish();
                puts.finish();
            }
            rejected.put();
            return new Intake(tally.figures(), isStopped);
        } catch (UnreadableFileException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw PartsFailureException.of(e);
        }
    }
}
