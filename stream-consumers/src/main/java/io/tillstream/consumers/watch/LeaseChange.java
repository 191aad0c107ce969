package io.tillstream.consumers.watch;

import java.util.Locale;

/** What happens to a shard's lease while a worker has it. */
public enum LeaseChange {
    /** This worker delivers the shard from now on. */
    GAINED,
    /** Another worker has it, or may have it. */
    LOST,
    /** All of the shard is delivered, and there will be no more of it. */
    ENDED,
    /** This worker stops, and has stored what it held. */
    HANDED_OVER;

    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
