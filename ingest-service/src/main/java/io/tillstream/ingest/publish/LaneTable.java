package io.tillstream.ingest.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of the stream, one for each shard, or a single one as long as no map of the shards is known. A new map
 * keeps the lanes of the shards that are still there.
 */
final class LaneTable {

    private final FlightRules rules;
    private final AtomicLong abandoned = new AtomicLong();
    private volatile Lanes current;
    private volatile Runnable onChange = () -> {};

    LaneTable(FlightRules rules) {
        this.rules = rules;
        this.current = new Lanes(null, List.of(lane(null, List.of())));
    }

    /** Whom to tell that lines have changed lanes. */
    void onChange(Runnable listener) {
        onChange = listener;
    }

    FlightRules rules() {
        return rules;
    }

    List<Lane> lanes() {
        return current.lanes();
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
        return lanes().stream().mapToLong(Lane::waitingBytes).sum();
    }

    /** Which lanes the lines belong to. */
    Map<Lane, List<PendingLine>> route(List<PendingLine> lines) {
        Lanes lanes = current;
        Map<Lane, List<PendingLine>> routed = new LinkedHashMap<>();
        for (PendingLine line : lines) {
            routed.computeIfAbsent(lanes.of(line.hash()), lane -> new ArrayList<>())
                    .add(line);
        }
        return routed;
    }

    /** Lets routed lines wait; elsewhere, when their lane has retired since. */
    void offer(Map<Lane, List<PendingLine>> routed) {
        routed.forEach((lane, lines) -> {
            if (!lane.offer(lines)) {
                offer(route(lines));
            }
        });
    }

    /** Whether the map differed from the one before. One thread at a time. */
    boolean adopt(ShardMap map) {
        Lanes before = current;
        if (map.equals(before.map())) {
            return false;
        }
        Map<String, Lane> known = new LinkedHashMap<>();
        List<Lane> retiring = new ArrayList<>();
        for (Lane lane : before.lanes()) {
            String shard = lane.shard();
            if (shard != null && map.shards().stream().anyMatch(s -> s.id().equals(shard))) {
                known.put(shard, lane);
            } else {
                retiring.add(lane);
            }
        }
        List<Lane> lanes = map.shards().stream()
                .map(shard -> known.computeIfAbsent(shard.id(), id -> lane(id, retiring)))
                .toList();
        current = new Lanes(map, lanes);
        retiring.forEach(Lane::retire);
        onChange.run();
        return true;
    }

    /** So many waiting lines need not be sent. They leave once they are as many as the others. */
    void abandon(int lines) {
        if (2 * abandoned.addAndGet(lines)
                > lanes().stream().mapToLong(Lane::waitingLines).sum()) {
            abandoned.set(0);
            lanes().forEach(Lane::sweep);
        }
    }

    private Lane lane(@Nullable String shard, List<Lane> predecessors) {
        return new Lane(shard, rules, List.copyOf(predecessors), this::putBack);
    }

    private void putBack(List<PendingLine> lines) {
        route(lines).forEach(Lane::putBack);
    }

    private record Lanes(@Nullable ShardMap map, List<Lane> lanes) {

        Lane of(HashKey hash) {
            return lanes.get(map == null ? 0 : map.indexOf(hash));
        }
    }
}
