package io.tillstream.producer.progress;

import java.util.Collections;
import java.util.List;

/**
 * How far a replay has come.
 *
 * @param through for each connection the number of the last row that was answered for, 0 when there is none
 * @param rejectsLength how long the file of rejects was
 */
public record SavedProgress(Totals totals, List<Long> through, long rejectsLength) {

    public SavedProgress {
        through = List.copyOf(through);
    }

    /** A replay of so many connections that has not begun. */
    public static SavedProgress nothing(int connections) {
        return new SavedProgress(Totals.NONE, Collections.nCopies(connections, 0L), 0);
    }
}
