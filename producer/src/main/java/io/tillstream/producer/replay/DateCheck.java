package io.tillstream.producer.replay;

import io.tillstream.model.LineId;
import io.tillstream.model.identity.LineIdentity;
import io.tillstream.model.row.FileDates;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import io.tillstream.rowfiles.RowFile;
import io.tillstream.rowfiles.UnreadableFileException;
import java.time.Instant;
import java.util.Optional;

/** Reads all dates of a file before any of its rows is sent: what was sent cannot be taken back. */
final class DateCheck {

    private static final LineIdentity NONE = (content, place) -> new LineId("1");

    private DateCheck() {}

    /** What the user should know about the dates. */
    static Optional<String> read(RowFile file, ReplayOutcome outcome) throws RefusedException {
        FileDates dates = FileDates.of(null);
        RowValidator validator = file.feed().validator(RowSettings.of(dates));
        try {
            file.read(row -> {
                dates.at("", row.line());
                validator.validate(row.row(), row.number() - 1, NONE, Instant.EPOCH);
                return !outcome.stop().isTold();
            });
        } catch (UnreadableFileException broken) {
            // What is read of it before is sent, and then this is told.
        }
        String fault = dates.fault().orElse(null);
        if (fault != null) {
            throw new RefusedException(file.path() + ": " + fault + ". Nothing was sent");
        }
        return dates.note();
    }

    /** The file's dates are in another order than assumed. */
    static final class RefusedException extends Exception {
        private RefusedException(String message) {
            super(message);
        }
    }
}
