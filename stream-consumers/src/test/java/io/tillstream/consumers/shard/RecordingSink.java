package io.tillstream.consumers.shard;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.TransactionFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Stores at once, and tells afterwards what it was given; while it is stuck, a call to store does not return. */
final class RecordingSink implements Sink {

    /** Ids of lines, each as often as it was stored. */
    final Queue<String> stored = new ConcurrentLinkedQueue<>();
    /** Shards whose call to store is not returning. */
    final Set<String> stuckIn = ConcurrentHashMap.newKeySet();
    /** Shards whose call was interrupted. */
    final Set<String> interruptedIn = ConcurrentHashMap.newKeySet();

    private Predicate<String> stuck = shardId -> false;

    @Override
    public Feed feed() {
        return new TransactionFeed();
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public ShardSink open(String shardId, Refusals refusals) {
        return new Shard(shardId);
    }

    synchronized void stickIn(Predicate<String> shards) {
        stuck = shards;
        notifyAll();
    }

    void unstick() {
        stickIn(shardId -> false);
    }

    private synchronized void pass(String shardId) {
        try {
            while (stuck.test(shardId)) {
                stuckIn.add(shardId);
                wait();
            }
        } catch (InterruptedException interrupted) {
            interruptedIn.add(shardId);
            throw new IllegalStateException("Interrupted", interrupted);
        } finally {
            stuckIn.remove(shardId);
        }
    }

    private final class Shard implements ShardSink {
        private final String shardId;
        private final List<StreamLine> held = new ArrayList<>();
        private @Nullable Position end;

        private Shard(String shardId) {
            this.shardId = shardId;
        }

        @Override
        public void take(StreamBatch batch) {
            held.addAll(batch.lines());
            end = batch.end();
        }

        @Override
        public Optional<Position> store(Flush flush) {
            if (!held.isEmpty()) {
                pass(shardId);
                held.forEach(line -> stored.add(line.line().lineId().value()));
                held.clear();
            }
            Optional<Position> durable = Optional.ofNullable(end);
            end = null;
            return durable;
        }
    }
}
