package io.tillstream.loader.parts;

import io.tillstream.loader.parts.FileSet.Place;
import io.tillstream.model.FeedLine;
import io.tillstream.model.StoreId;
import io.tillstream.model.row.FileDates;
import io.tillstream.model.row.RowBounds;
import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import io.tillstream.rowfiles.NumberedRow;
import io.tillstream.rowfiles.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Turns the rows of files into lines, and hands them on in chunks, until there are no more or too many are rejected.
 */
final class FileLineReader {

    private static final int LINES_A_CHUNK = 1_000;

    private final FileSet files;
    private final PartPlan plan;
    private final FileDates dates;
    private final RowValidator validator;
    private final OptionalLong estimatedRows;
    private final Tally tally;
    private final RejectedRows rejected;
    private final PartWork work;
    private List<NumberedLine> chunk = new ArrayList<>(LINES_A_CHUNK);

    FileLineReader(FileSet files, PartPlan plan, RowBounds bounds, Tally tally, RejectedRows rejected, PartWork work) {
        this.files = files;
        this.plan = plan;
        this.dates = FileDates.of(plan.rules().dates());
        this.validator = files.feed().validator(new RowSettings(dates, bounds));
        this.estimatedRows = files.estimatedRows();
        this.tally = tally;
        this.rejected = rejected;
        this.work = work;
    }

    ReadResult readAll(Next next) throws UnreadableFileException {
        files.read((place, row) -> take(place, row, next));
        hand(next);
        FileStatistics figures = tally.figures(notes());
        work.progress(figures.rows());
        Refusal refusal = ReadChecks.of(tally, figures, dates, plan.rules());
        return new ReadResult(
                figures,
                refusal == null && isHopeless()
                        ? ReadChecks.tooMany(plan.rules().limit())
                        : refusal);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(files.notes());
        dates.note().ifPresent(notes::add);
        if (tally.shared() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d lines have the same content as one in another of these files; all of them count",
                    tally.shared()));
        }
        return notes;
    }

    private boolean take(Place place, NumberedRow row, Next next) {
        if (place.number() % LINES_A_CHUNK == 0) {
            work.goOn();
            work.progress(place.number());
        }
        if (row.number() == 1 && files.size() > 1) {
            tally.beginFile();
        }
        dates.at(files.size() == 1 ? "" : place.file(), row.line());
        RowResult result = validator.validate(row.row(), place.number() - 1, tally, plan.receivedAt());
        switch (result) {
            case RowResult.Accepted accepted -> keep(place, inStore(accepted.line()), next);
            case RowResult.Rejection rejection -> keep(place, row, rejection);
        }
        return !isHopeless();
    }

    /** After it has its id, as with a row that is sent with the key of a shop. */
    private FeedLine inStore(FeedLine line) {
        StoreId store = plan.rules().store();
        return store == null ? line : line.inStore(store);
    }

    private boolean isHopeless() {
        return plan.rules().limit().isHopeless(tally.rejections(), estimatedRows);
    }

    private void keep(Place place, FeedLine line, Next next) {
        tally.accept(line);
        chunk.add(new NumberedLine(place.number(), line));
        if (chunk.size() == LINES_A_CHUNK) {
            hand(next);
        }
    }

    private void keep(Place place, NumberedRow row, RowResult.Rejection rejection) {
        tally.reject(rejection.errors().getFirst());
        try {
            rejected.add(place.file(), row, rejection.errors());
        } catch (IOException full) {
            throw PartsFailureException.of(full);
        }
    }

    private void hand(Next next) {
        List<NumberedLine> lines = chunk;
        chunk = new ArrayList<>(LINES_A_CHUNK);
        try {
            next.take(lines);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw PartsFailureException.of(e);
        }
    }

    /** Takes lines, and may wait for room before. */
    @FunctionalInterface
    interface Next {
        void take(List<NumberedLine> lines) throws Exception;
    }
}
