package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gathers one shard's lines and writes them as a chain of objects, each of which begins right after the last line of
 * the one before.
 *
 * <p>Because an object is named after its first line and written only if absent, the chain is the same whoever writes
 * it: a worker that comes back, or one that lost the shard and does not know it yet, finds the object at its place,
 * adopts what it covers and goes on after it. Objects end where records end, since a redelivery may begin there.
 */
final class LakeShard implements ShardSink {

    private final String shardId;
    private final LakeObjects objects;
    private final long maxBytes;
    private final Duration maxAge;
    private final InstantSource clock;

    private final List<StreamLine> held = new ArrayList<>();
    private long heldBytes;
    private Instant heldSince = Instant.MAX;
    private @Nullable Position taken;
    private @Nullable Position written;
    private @Nullable Position reported;

    LakeShard(String shardId, LakeObjects objects, LakeProperties limits, InstantSource clock) {
        this.shardId = shardId;
        this.objects = objects;
        this.maxBytes = limits.maxSize().toBytes();
        this.maxAge = limits.maxAge();
        this.clock = clock;
    }

    @Override
    public void take(StreamBatch batch) {
        batch.lines().stream().filter(this::isNew).forEach(this::hold);
        taken = batch.end();
    }

    @Override
    public Optional<Position> store(Flush flush) {
        while (!held.isEmpty() && isDue(flush)) {
            adopt(objects.putIfAbsent(shardId, nextObject()).last());
        }
        return progress();
    }

    private Optional<Position> progress() {
        Position durable = held.isEmpty() ? taken : written;
        if (durable == null || durable.equals(reported) || isBehind()) {
            return Optional.empty();
        }
        reported = durable;
        return Optional.of(durable);
    }

    /**
     * Whether the last object goes on beyond what was read. Nobody may start within it: the next object's name would
     * not be the one that all others expect.
     */
    private boolean isBehind() {
        return written != null && taken != null && written.isAfter(taken);
    }

    private boolean isNew(StreamLine line) {
        return written == null || line.position().isAfter(written);
    }

    private void hold(StreamLine line) {
        if (held.isEmpty()) {
            heldSince = clock.instant();
        }
        held.add(line);
        heldBytes += line.wire().length;
    }

    private boolean isDue(Flush flush) {
        return flush == Flush.ALL || heldBytes >= maxBytes || !clock.instant().isBefore(heldSince.plus(maxAge));
    }

    /** Whole records up to the size that makes an object. */
    private List<StreamLine> nextObject() {
        long bytes = 0;
        for (int i = 0; i < held.size(); i++) {
            if (bytes >= maxBytes && !sequenceAt(i).equals(sequenceAt(i - 1))) {
                return List.copyOf(held.subList(0, i));
            }
            bytes += held.get(i).wire().length;
        }
        return List.copyOf(held);
    }

    private BigInteger sequenceAt(int index) {
        return held.get(index).position().sequence();
    }

    private void adopt(Position last) {
        written = last;
        held.removeIf(line -> !line.position().isAfter(last));
        heldBytes = held.stream().mapToLong(line -> line.wire().length).sum();
    }
}
