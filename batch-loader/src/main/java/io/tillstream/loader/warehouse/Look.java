package io.tillstream.loader.warehouse;

import java.time.Instant;

/** How far back the job looks for objects. */
sealed interface Look {

    /** At the hours from this one on, for what has just been delivered. */
    record AtRecent(Instant from) implements Look {}

    /** At the hours from this one on, for what was delivered late. */
    record AtLate(Instant from) implements Look {}

    /** At everything there is. */
    record AtAll() implements Look {}
}
