package io.tillstream.warehouse.load;

import io.tillstream.model.FeedLine;
import java.util.List;

/** The result of copying an object into a table. */
sealed interface Staged {

    /** How many of its lines are in the table. */
    long staged();

    /**
     * All of it was read.
     *
     * @param rows its lines
     * @param staged those that are in the table
     * @param voids those that void others, and are not in the table; the rest was rejected
     */
    record Whole(long rows, long staged, List<FeedLine> voids) implements Staged {

        public Whole {
            voids = List.copyOf(voids);
        }

        public Whole(long rows, long staged) {
            this(rows, staged, List.of());
        }

        long rejected() {
            return rows - staged - voids.size();
        }
    }

    /** It could not be read to its end, and none of it is in the table. */
    record Broken(String reason) implements Staged {

        @Override
        public long staged() {
            return 0;
        }
    }
}
