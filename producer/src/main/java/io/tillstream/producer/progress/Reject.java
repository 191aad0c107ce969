package io.tillstream.producer.progress;

import io.tillstream.model.row.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not taken.
 *
 * @param number of the row in its file, from 1
 * @param line of the file, or row of the sheet, from 1
 * @param json the row as it was sent; absent when it could not be
 */
public record Reject(
        long number,
        long line,
        List<FieldError> faults,
        @Nullable String json) {

    /** Shows where the row is, and no customer data. */
    @Override
    public String toString() {
        return "Reject[" + number + " " + faults + "]";
    }
}
