package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.identity.Digest128;
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
 *
 * <p>A line that the lake holds already is covered by an object like any other and only left out of what is written.
 * Were it left out of the chain, the name of the next object would depend on what a worker remembers. Hence, too, an
 * object without a line where all that it covers is known.
 */
final class LakeShard implements ShardSink {

    private final String shardId;
    private final LakeObjects objects;
    private final LineMemory memory;
    private final long maxBytes;
    private final Duration maxAge;
    private final InstantSource clock;
    private final Digest128 digest = new Digest128();

    private final List<Identified> held = new ArrayList<>();
    private long heldBytes;
    private Instant heldSince = Instant.MAX;
    private @Nullable Position taken;
    private @Nullable Position written;
    private @Nullable Position reported;

    LakeShard(String shardId, LakeObjects objects, LineMemory memory, LakeProperties limits, InstantSource clock) {
        this.shardId = shardId;
        this.objects = objects;
        this.memory = memory;
        this.maxBytes = limits.maxSize().toBytes();
        this.maxAge = limits.maxAge();
        this.clock = clock;
    }

    @Override
    public void take(StreamBatch batch) {
        for (StreamLine line : batch.lines()) {
            Identified identified = Identified.of(line, digest);
            if (isWritten(identified)) {
                memory.pass(List.of(identified));
            } else {
                hold(identified);
            }
        }
        taken = batch.end();
    }

    @Override
    public Optional<Position> store(Flush flush) {
        memory.recall();
        memory.save();
        while (!held.isEmpty() && isDue(flush)) {
            writeNext();
            memory.save();
        }
        return progress();
    }

    private void writeNext() {
        List<Identified> covered = nextObject();
        LakeObject object = new LakeObject(covered, memory.newAmong(covered));
        adopt(objects.putIfAbsent(shardId, object).last());
    }

    private Optional<Position> progress() {
        Position durable = held.isEmpty() ? taken : written;
        if (durable == null || isBehind() || (reported != null && !durable.isAfter(reported))) {
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

    private boolean isWritten(Identified line) {
        return written != null && !line.position().isAfter(written);
    }

    private void hold(Identified line) {
        if (held.isEmpty()) {
            heldSince = clock.instant();
        }
        held.add(line);
        heldBytes += sizeOf(line);
    }

    private boolean isDue(Flush flush) {
        return flush == Flush.ALL || heldBytes >= maxBytes || !clock.instant().isBefore(heldSince.plus(maxAge));
    }

    /** Whole records up to the size that makes an object. */
    private List<Identified> nextObject() {
        long bytes = 0;
        for (int i = 0; i < held.size(); i++) {
            if (bytes >= maxBytes && !sequenceAt(i).equals(sequenceAt(i - 1))) {
                return List.copyOf(held.subList(0, i));
            }
            bytes += sizeOf(held.get(i));
        }
        return List.copyOf(held);
    }

    private BigInteger sequenceAt(int index) {
        return held.get(index).position().sequence();
    }

    private void adopt(Position last) {
        written = last;
        List<Identified> passed = held.stream().takeWhile(this::isWritten).toList();
        memory.pass(passed);
        held.subList(0, passed.size()).clear();
        heldBytes -= passed.stream().mapToLong(LakeShard::sizeOf).sum();
    }

    private static long sizeOf(Identified line) {
        return line.line().wire().length;
    }
}
