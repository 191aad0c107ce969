package io.tillstream.producer.progress;

import java.util.Collections;
import java.util.List;

/**
 * How far a replay has come.
 *
 * @param through for each lane the number of the last row that was answered for, 0 when there is none
 * @param rejectsLength how long the file of rejects was
 */
public record Saved(Totals totals, List<Long> through, long rejectsLength) {

    public Saved {
        through = List.copyOf(through);
    }

    /** A replay of so many lanes that has not begun. */
    public static Saved nothing(int lanes) {
        return new Saved(Totals.NONE, Collections.nCopies(lanes, 0L), 0);
    }
}
