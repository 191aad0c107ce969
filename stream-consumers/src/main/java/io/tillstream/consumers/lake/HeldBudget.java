package io.tillstream.consumers.lake;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The memory that the waiting lines of all shards of this process share, of whatever feed. When it is used up, shards that have more than
 * an equal share of it write before their object is due, each in its own thread and when it is next called.
 */
final class HeldBudget {

    private final long most;
    /** Weakly, since a sink does not hear of it when a shard goes to another process. */
    private final Map<String, WeakReference<HeldLines>> shards = new ConcurrentHashMap<>();

    HeldBudget(long most) {
        this.most = most;
    }

    /**
     * Counts the lines that a shard holds, in place of those it held before.
     *
     * @param shard which it is, among those of all streams
     */
    void share(String shard, HeldLines lines) {
        shards.put(shard, new WeakReference<>(lines));
    }

    /** Whether too much is held in all, and this shard holds so much of it that it should store some. */
    boolean isUsedUpBy(HeldLines lines) {
        List<HeldLines> all = held();
        return all.stream().mapToLong(HeldLines::footprint).sum() > most && lines.footprint() >= most / all.size();
    }

    private List<HeldLines> held() {
        shards.values().removeIf(shard -> shard.get() == null);
        return shards.values().stream()
                .map(WeakReference::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
