package io.tillstream.sessionstore;

import java.util.Optional;

/**
 * An event that is to be stored.
 *
 * @param replaced the event in whose place it is put; none where nothing lies
 */
record EventPut(StoredEvent stored, Optional<StoredEvent> replaced) {

    /** What lies there says something else, and stops counting. */
    Optional<StoredEvent> otherVersion() {
        return replaced.filter(other -> !other.agreesWith(stored));
    }

    /** Whether the session comes to something else by it. */
    boolean changesSummary() {
        return replaced.isEmpty() || otherVersion().isPresent();
    }
}
