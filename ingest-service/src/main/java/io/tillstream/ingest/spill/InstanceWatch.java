package io.tillstream.ingest.spill;

import io.tillstream.ingest.spill.SpillObjects.Listed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Finds instances whose objects have not changed for a lease, by this instance's own clock alone. */
final class InstanceWatch {

    private final Duration lease;
    private final LongSupplier nanoTime;
    private final Map<String, Seen> seen = new TreeMap<>();

    private record Seen(int state, long since) {}

    InstanceWatch(Duration lease, LongSupplier nanoTime) {
        this.lease = lease;
        this.nanoTime = nanoTime;
    }

    /** The instances whose objects have been the same for a lease. */
    List<String> unchanged(Map<String, List<Listed>> instances) {
        long now = nanoTime.getAsLong();
        seen.keySet().retainAll(instances.keySet());
        instances.forEach((instance, objects) -> seen.merge(
                instance,
                new Seen(stateOf(objects), now),
                (before, after) -> before.state() == after.state() ? before : after));
        return seen.entrySet().stream()
                .filter(entry -> now - entry.getValue().since() >= lease.toNanos())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Changes with the mark of the owner, with each object that comes, and with each that is drained. */
    private static int stateOf(List<Listed> objects) {
        return objects.hashCode();
    }
}
