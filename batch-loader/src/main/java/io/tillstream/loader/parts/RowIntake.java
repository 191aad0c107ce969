package io.tillstream.loader.parts;

import io.tillstream.model.row.RowResult;
import io.tillstream.model.row.RowValidator;
import io.tillstream.rowfiles.NumberedRow;
import io.tillstream.rowfiles.RowFile;
import io.tillstream.rowfiles.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** Makes lines of the rows of a file, and hands them on in chunks, until there are no more or too many are bad. */
final class RowIntake {

    private static final int LINES_A_CHUNK = 1_000;

    private final RowValidator validator;
    private final PartPlan plan;
    private final OptionalLong estimatedRows;
    private final Tally tally;
    private final RejectedRows rejected;
    private final LongConsumer progress;
    private List<NumberedLine> chunk = new ArrayList<>(LINES_A_CHUNK);

    RowIntake(
            RowValidator validator,
            PartPlan plan,
            OptionalLong estimatedRows,
            Tally tally,
            RejectedRows rejected,
            LongConsumer progress) {
        this.validator = validator;
        this.plan = plan;
        this.estimatedRows = estimatedRows;
        this.tally = tally;
        this.rejected = rejected;
        this.progress = progress;
    }

    /** Whether it was stopped for too many bad rows. */
    boolean readAll(RowFile file, Next next) throws UnreadableFileException {
        file.read(row -> take(row, next));
        hand(next);
        Figures figures = tally.figures();
        progress.accept(figures.rows());
        return plan.limit().isPassed(figures.rejectedRows(), figures.rows()) || isHopeless();
    }

    private boolean take(NumberedRow row, Next next) {
        if (row.number() % LINES_A_CHUNK == 0) {
            plan.goOn().run();
            progress.accept(row.number());
        }
        RowResult result = validator.validate(row.row(), row.number() - 1, tally, plan.receivedAt());
        switch (result) {
            case RowResult.Accepted accepted -> {
                tally.accept(accepted.line());
                chunk.add(new NumberedLine(row.number(), accepted.line()));
                if (chunk.size() == LINES_A_CHUNK) {
                    hand(next);
                }
            }
            case RowResult.Rejection rejection -> {
                tally.reject(rejection.errors().getFirst());
                keep(row, rejection);
            }
        }
        return !isHopeless();
    }

    private boolean isHopeless() {
        return plan.limit().isHopeless(tally.rejections(), estimatedRows);
    }

    private void keep(NumberedRow row, RowResult.Rejection rejection) {
        try {
            rejected.add(row, rejection.errors());
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
