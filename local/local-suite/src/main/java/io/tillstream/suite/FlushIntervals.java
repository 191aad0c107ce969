package io.tillstream.suite;

import java.time.Duration;

/**
 * How long rows wait for others on their way.
 *
 * @param lake before an object is written
 * @param delivery before the delivery stream writes one, in whole seconds
 * @param load from one load of the warehouse to the next
 */
public record FlushIntervals(Duration lake, Duration delivery, Duration load) {

    /** Short for a person, and long enough to see several rows in one object. */
    static final FlushIntervals ON_A_DESK =
            new FlushIntervals(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
}
