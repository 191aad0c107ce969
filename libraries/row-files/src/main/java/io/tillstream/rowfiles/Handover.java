package io.tillstream.rowfiles;

import org.jspecify.annotations.Nullable;

/** Passes rows to a consumer, and tells its failures from those of the file. */
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
