package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.identity.ContentHashing;
import io.tillstream.model.identity.Digest128;
import java.time.Instant;
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

    private final ShardObjects objects;
    private final LineMemory memory;
    private final HeldLines held;
    private final LakeHolding holding;
    private final ContentHashing hashing;
    private final Digest128 digest = new Digest128();

    private @Nullable Position taken;
    private @Nullable Position written;
    private @Nullable Position reported;

    LakeShard(ShardObjects objects, LineMemory memory, HeldLines held, LakeHolding holding, ContentHashing hashing) {
        this.objects = objects;
        this.memory = memory;
        this.held = held;
        this.holding = holding;
        this.hashing = hashing;
    }

    /** Where the objects of one shard go. */
    @FunctionalInterface
    interface ShardObjects {
        Extent putIfAbsent(LakeObject object);
    }

    @Override
    public void take(StreamBatch batch) {
        Instant now = holding.clock().instant();
        for (StreamLine line : batch.lines()) {
            Identified identified = Identified.of(line, now, hashing, digest);
            if (isWritten(identified)) {
                memory.pass(List.of(identified));
            } else {
                held.add(identified);
            }
        }
        taken = batch.end();
    }

    @Override
    public Optional<Position> store(Flush flush) {
        memory.recall();
        memory.save();
        while (isDue(flush)) {
            writeNext();
            memory.save();
        }
        return progress();
    }

    private boolean isDue(Flush flush) {
        return !held.isEmpty()
                && (flush == Flush.ALL
                        || held.isDue(holding.clock().instant())
                        || holding.budget().isUsedUpBy(held));
    }

    private void writeNext() {
        List<Identified> covered = held.nextObject();
        written = objects.putIfAbsent(new LakeObject(covered, memory.newAmong(covered)))
                .last();
        memory.pass(held.removeThrough(written));
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
}
