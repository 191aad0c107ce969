package io.tillstream.ingest.publish;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines that wait for a shard, first in, first out, of which one batch at a time is on its way. When the shard is
 * gone from the map, the queue retires: its lines move to the queues after it, which wait until its batch has
 * completed.
 */
final class ShardQueue {

    static final long NEVER = Long.MAX_VALUE;

    private final @Nullable String shard;
    private final BatchRules rules;
    private final LinePacker packer;
    private final Consumer<List<PendingLine>> successors;
    private final WaitingLines waiting = new WaitingLines();
    private final DrainRate drainRate = new DrainRate();

    // Read by the queues after this one without its lock, which is never taken while theirs is held.
    private volatile List<ShardQueue> predecessors;
    private volatile boolean completed;

    private boolean retired;
    private boolean inFlight;
    private boolean full;
    private boolean pressed;
    private int failures;
    private long notBefore;
    private long lastSent;
    private long measuredSince;

    /**
     * A queue with nothing in it.
     *
     * @param shard absent when no map of the shards is known
     * @param predecessors queues that retire for this one
     * @param successors puts lines in front of those of the queues after this
     */
    ShardQueue(
            @Nullable String shard,
            BatchRules rules,
            List<ShardQueue> predecessors,
            Consumer<List<PendingLine>> successors) {
        this.shard = shard;
        this.rules = rules;
        this.packer = shard == null ? rules.byInvoice() : rules.mixing();
        this.predecessors = predecessors;
        this.successors = successors;
        this.lastSent = -rules.lingerNanos();
    }

    @Nullable
    String shard() {
        return shard;
    }

    synchronized long waitingBytes() {
        return waiting.bytes();
    }

    synchronized int waitingLines() {
        return waiting.count();
    }

    /** How many seconds it will take until what waits has gone. */
    synchronized double backlogSeconds() {
        return drainRate.secondsFor(waiting.bytes());
    }

    /** Adds lines behind the others; false when the queue has retired. */
    synchronized boolean offer(List<PendingLine> lines) {
        if (!retired) {
            pressed &= inFlight || !waiting.isEmpty();
            waiting.add(lines);
        }
        return !retired;
    }

    /** Puts lines in front of the others, here or in the queues that follow this one. */
    synchronized void offerFirst(List<PendingLine> lines) {
        if (retired) {
            successors.accept(lines);
        } else {
            waiting.addFirst(lines);
        }
    }

    /** When the next batch may be sent, as things are. */
    synchronized long dueAt() {
        if (inFlight || waiting.isEmpty() || !isClear()) {
            return NEVER;
        }
        return waiting.bytes() >= rules.maxAggregate()
                ? notBefore
                : Math.max(notBefore, lastSent + rules.lingerNanos());
    }

    /** Packs the lines that have waited longest into a batch; none when nobody wants them any longer. */
    @Nullable
    synchronized ShardBatch takeBatch(long now) {
        if (inFlight || !isClear()) {
            return null;
        }
        List<LineGroup> groups = packer.pack(waiting);
        inFlight = !groups.isEmpty();
        full = !waiting.isEmpty();
        measuredSince = pressed ? measuredSince : now;
        lastSent = now;
        return groups.isEmpty() ? null : new ShardBatch(this, groups);
    }

    /** The batch is over; what failed of it goes with the next, which waits the longer the less was stored. */
    synchronized void complete(List<LineGroup> failed, long storedBytes, long now) {
        failed.reversed().forEach(group -> offerFirst(group.lines()));
        inFlight = false;
        completed = retired;
        pressed = full || !failed.isEmpty();
        drainRate.measured(storedBytes, now - measuredSince, pressed);
        measuredSince = now;
        if (failed.isEmpty()) {
            failures = 0;
        } else {
            // A shard that took something is only short of room, and has some again soon.
            failures = storedBytes > 0 ? 1 : failures + 1;
            notBefore = now + rules.pauses().pauseAfter(failures).toNanos();
        }
    }

    /** Hands the lines to the queues that follow it, and takes no more. */
    synchronized void retire() {
        retired = true;
        successors.accept(waiting.removeAll());
        completed = !inFlight;
    }

    /** Forgets lines whose callers have given up. */
    synchronized void sweep() {
        waiting.removeAbandoned();
    }

    private boolean isClear() {
        if (!predecessors.isEmpty() && predecessors.stream().allMatch(ShardQueue::isGone)) {
            predecessors = List.of();
        }
        return predecessors.isEmpty();
    }

    /** Whether nothing of a retired queue is on its way any longer, nor of those before it. */
    private boolean isGone() {
        return completed && predecessors.stream().allMatch(ShardQueue::isGone);
    }
}
