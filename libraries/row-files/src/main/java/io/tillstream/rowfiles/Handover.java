package io.tillstream.rowfiles;

import org.jspecify.annotations.Nullable;

/** Hands rows to a consumer, and keeps what fails there apart from what fails in the file. */
final class Handover implements RowConsumer {

    private final RowConsumer rows;
    private @Nullable RuntimeException failure;

    Handover(RowConsumer rows) {
        this.rows = rows;
    }

    @Override
    public boolean accept(NumberedRow row) {
        try {
            return rows.accept(row);
        } catch (RuntimeException e) {
            failure = e;
            return false;
        }
    }

    /** Throws what the consumer threw, if it did. */
    void throwFailure() {
        if (failure != null) {
            throw failure;
        }
    }
}
