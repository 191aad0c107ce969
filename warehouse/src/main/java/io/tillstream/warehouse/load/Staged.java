package io.tillstream.warehouse.load;

/** What became of an object on its way into staging. */
sealed interface Staged {

    /** All of it was read: so many lines, so many of which are in staging; the others were rejected. */
    record Whole(long rows, long staged) implements Staged {

        long rejected() {
            return rows - staged;
        }
    }

    /** It could not be read to its end, and none of it is in staging. */
    record Broken(String reason) implements Staged {}
}
