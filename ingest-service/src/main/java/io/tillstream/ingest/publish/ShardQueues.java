package io.tillstream.ingest.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The queues of the stream, one for each shard, or a single one as long as no map of the shards is known. A new map
 * keeps the queues of the shards that are still there.
 */
final class ShardQueues {

    private final BatchRules rules;
    private final AtomicLong abandoned = new AtomicLong();
    private volatile Queues current;
    private volatile Runnable onChange = () -> {};

    ShardQueues(BatchRules rules) {
        this.rules = rules;
        this.current = new Queues(null, List.of(queue(null, List.of())));
    }

    /** Is told when lines have moved to other queues. */
    void onChange(Runnable listener) {
        onChange = listener;
    }

    BatchRules rules() {
        return rules;
    }

    List<ShardQueue> queues() {
        return current.queues();
    }

    /** How many shards are known; none without a map. */
    int shards() {
        ShardMap map = current.map();
        return map == null ? 0 : map.shards().size();
    }

    /** Whether a record cannot belong where the stream says that it put it. */
    boolean contradicts(@Nullable String shard, HashKey key) {
        ShardMap map = current.map();
        return map != null && shard != null && map.contradicts(shard, key);
    }

    long waitingBytes() {
        return queues().stream().mapToLong(ShardQueue::waitingBytes).sum();
    }

    /** Which queues the lines belong to. */
    Map<ShardQueue, List<PendingLine>> route(List<PendingLine> lines) {
        Queues queues = current;
        Map<ShardQueue, List<PendingLine>> routed = new LinkedHashMap<>();
        for (PendingLine line : lines) {
            routed.computeIfAbsent(queues.of(line.hash()), queue -> new ArrayList<>())
                    .add(line);
        }
        return routed;
    }

    /** Queues routed lines; in another queue when theirs has retired since. */
    void offer(Map<ShardQueue, List<PendingLine>> routed) {
        routed.forEach((queue, lines) -> {
            if (!queue.offer(lines)) {
                offer(route(lines));
            }
        });
    }

    /** Whether the map differed from the one before. One thread at a time. */
    boolean adopt(ShardMap map) {
        Queues before = current;
        if (map.equals(before.map())) {
            return false;
        }
        Map<String, ShardQueue> known = new LinkedHashMap<>();
        List<ShardQueue> retiring = new ArrayList<>();
        for (ShardQueue queue : before.queues()) {
            String shard = queue.shard();
            if (shard != null && map.shards().stream().anyMatch(s -> s.id().equals(shard))) {
                known.put(shard, queue);
            } else {
                retiring.add(queue);
            }
        }
        List<ShardQueue> queues = map.shards().stream()
                .map(shard -> known.computeIfAbsent(shard.id(), id -> queue(id, retiring)))
                .toList();
        current = new Queues(map, queues);
        retiring.forEach(ShardQueue::retire);
        onChange.run();
        return true;
    }

    /** So many waiting lines need not be sent. They are removed once they are as many as the others. */
    void abandon(int lines) {
        if (2 * abandoned.addAndGet(lines)
                > queues().stream().mapToLong(ShardQueue::waitingLines).sum()) {
            abandoned.set(0);
            queues().forEach(ShardQueue::sweep);
        }
    }

    private ShardQueue queue(@Nullable String shard, List<ShardQueue> predecessors) {
        return new ShardQueue(shard, rules, List.copyOf(predecessors), this::offerFirst);
    }

    private void offerFirst(List<PendingLine> lines) {
        route(lines).forEach(ShardQueue::offerFirst);
    }

    private record Queues(@Nullable ShardMap map, List<ShardQueue> queues) {

        ShardQueue of(HashKey hash) {
            return queues.get(map == null ? 0 : map.indexOf(hash));
        }
    }
}
