package io.tillstream.consumers.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.deliver.ShardProgress;
import io.tillstream.consumers.sink.Sink;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches one sink's application and its shards in this process. */
public final class SinkWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SinkWatch.class);

    private final String sink;
    private final Duration stallAfter;
    private final Duration unreadAfter;
    private final InstantSource clock;
    private final Map<String, ShardProgress> shards = new ConcurrentHashMap<>();
    private final Map<String, Stall> stalls = new ConcurrentHashMap<>();
    private final SinkMeters meters;
    private volatile Phase phase = Phase.STARTING;

    public SinkWatch(
            Sink sink, Duration stallAfter, Duration unreadAfter, InstantSource clock, MeterRegistry registry) {
        this.sink = sink.name();
        this.stallAfter = stallAfter;
        this.unreadAfter = unreadAfter;
        this.clock = clock;
        this.meters = new SinkMeters(sink, shards, stalls.keySet(), registry);
    }

    /** The application takes part: it has seen the leases and taken its share of them. */
    public synchronized void running() {
        if (phase == Phase.STARTING) {
            phase = Phase.RUNNING;
        }
    }

    /** The application has ended without being stopped. */
    public synchronized void died() {
        phase = Phase.DEAD;
    }

    public void gained(String shardId, ShardProgress progress) {
        shards.put(shardId, progress);
        meters.count(LeaseChange.GAINED);
    }

    public void gone(String shardId, ShardProgress progress, LeaseChange how) {
        shards.remove(shardId, progress);
        meters.count(how);
    }

    /** Checks every shard; to be called regularly, by one thread. */
    public void look() {
        stalls.keySet().retainAll(shards.keySet());
        shards.forEach(this::look);
        meters.show();
    }

    private void look(String shardId, ShardProgress progress) {
        Stall stall = Stall.of(progress, stallAfter, unreadAfter, clock);
        if (stall == null) {
            if (stalls.remove(shardId) != null) {
                LOG.warn("Sink {} makes progress on {} again", sink, shardId);
            }
            return;
        }
        Stall before = stalls.put(shardId, stall);
        if (before == null || before.kind() != stall.kind()) {
            LOG.error("Sink {} is stalled on {}: {}", sink, shardId, stall);
        }
    }

    String sink() {
        return sink;
    }

    boolean isRunning() {
        return phase == Phase.RUNNING;
    }

    boolean isDead() {
        return phase == Phase.DEAD;
    }

    String phase() {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    /** The stalled shards. */
    Map<String, Stall> stalls() {
        return new TreeMap<>(stalls);
    }

    private enum Phase {
        STARTING,
        RUNNING,
        DEAD
    }
}
