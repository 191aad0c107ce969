package io.tillstream.consumers.deliver;

import io.tillstream.consumers.sink.Sink;

/** Keeps what can never be delivered, with the reason. */
@FunctionalInterface
public interface DeadLetters {

    /** Stores a dead letter durably; storing the same one again changes nothing. */
    void store(Sink sink, String shardId, DeadRecord dead);
}
