package io.tillstream.model.row;

import io.tillstream.model.FeedLine;
import java.util.List;

/** The result of validating a row. */
public sealed interface RowResult {

    /** The row is valid. */
    record Accepted(FeedLine line) implements RowResult {}

    /** The row is not valid; every faulty field is listed, and there is at least one. */
    record Rejection(List<FieldError> errors) implements RowResult {

        public Rejection {
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("A rejection needs a reason");
            }
            errors = List.copyOf(errors);
        }
    }
}
