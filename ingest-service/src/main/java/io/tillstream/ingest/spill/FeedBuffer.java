package io.tillstream.ingest.spill;

import org.jspecify.annotations.Nullable;

/**
 * The surge buffer of a feed, and what it keeps going.
 *
 * @param heartbeat where other instances can take over what this one leaves
 */
record FeedBuffer(
        SurgeBuffer buffer, Journal journal, @Nullable Heartbeat heartbeat) implements AutoCloseable {

    /** In the order in which they use each other. */
    @Override
    public void close() {
        if (heartbeat != null) {
            heartbeat.close();
        }
        buffer.close();
        journal.close();
    }
}
