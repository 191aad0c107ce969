package io.tillstream.warehouse.load;

/** What became of an object on its way into a table. */
sealed interface Staged {

    /** How many of its lines are in the table. */
    long staged();

    /** All of it was read: so many lines, so many of which are in the table; the others were rejected. */
    record Whole(long rows, long staged) implements Staged {

        long rejected() {
            return rows - staged;
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
