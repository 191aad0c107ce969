package io.tillstream.producer.replay;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of one connection that are sent together.
 *
 * @param dueAt when, by the rate that was asked for, its last row was to be sent; a time of {@link System#nanoTime()}
 */
record RowBatch(List<SentRow> rows, long dueAt) {

    SentRow last() {
        return rows.getLast();
    }

    /** The rows that can be sent; an answer counts its places among these. */
    List<SentRow> sendable() {
        List<SentRow> sendable = new ArrayList<>(rows.size());
        for (SentRow row : rows) {
            if (row.json() != null) {
                sendable.add(row);
            }
        }
        return sendable;
    }
}
