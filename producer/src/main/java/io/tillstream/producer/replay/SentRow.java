package io.tillstream.producer.replay;

import io.tillstream.model.row.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A row that is being sent.
 *
 * @param json what is sent; absent when the row cannot be written as an object
 * @param fault why it cannot
 */
record SentRow(
        long number,
        long line,
        @Nullable String json,
        @Nullable FieldError fault) {

    /** Shows where the row is, and no customer data. */
    @Override
    public String toString() {
        return "SentRow[" + number + "]";
    }
}
