package io.tillstream.campaign;

import java.util.List;

/** Makes up rows without end, each with an identity of its own. */
interface Rows {

    /** The next ones. */
    List<? extends Row> next(int count);

    /** Rows of one partition key that has no others. */
    List<? extends Row> together(int count);
}
