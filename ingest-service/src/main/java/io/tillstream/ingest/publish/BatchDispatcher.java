package io.tillstream.ingest.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends batches when they are due, several queues' in one call, so many calls at a time. It decides only which are sent
 * when; the calls are made elsewhere.
 */
final class BatchDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(BatchDispatcher.class);

    private final ShardQueues table;
    private final Consumer<List<ShardBatch>> calls;
    private final Executor executor;
    private final Semaphore slots;
    private final LongSupplier clock;
    private final Thread thread =
            Thread.ofPlatform().name("publish-dispatcher").daemon().unstarted(this::run);

    private volatile long looksAt = ShardQueue.NEVER;
    private volatile boolean stopping;
    private int turn;

    BatchDispatcher(
            ShardQueues table,
            Consumer<List<ShardBatch>> calls,
            Executor executor,
            int concurrentCalls,
            LongSupplier clock) {
        this.table = table;
        this.calls = calls;
        this.executor = executor;
        this.slots = new Semaphore(concurrentCalls);
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopping = true;
        LockSupport.unpark(thread);
    }

    /** Something waits that may be sent at that time. */
    void expect(long dueAt) {
        // While it looks around, looksAt lies beyond everything: a change that it may have missed makes it look again.
        if (dueAt < looksAt) {
            LockSupport.unpark(thread);
        }
    }

    /** Sends everything that is due; returns when to look again, unless something changes. */
    long step() {
        while (slots.tryAcquire()) {
            long now = clock.getAsLong();
            long dueAt = firstDue();
            List<ShardBatch> call = dueAt > now ? List.of() : gather(now);
            if (call.isEmpty()) {
                slots.release();
                return dueAt;
            }
            executor.execute(() -> call(call));
        }
        return ShardQueue.NEVER;
    }

    private void run() {
        while (!stopping) {
            try {
                look();
            } catch (RuntimeException e) {
                // The edge of the thread: were it to end, no line would be sent any more.
                LOG.error("Lines could not be sent to the stream; they will be sent again", e);
            }
        }
    }

    private void look() {
        looksAt = ShardQueue.NEVER;
        long next = step();
        looksAt = next;
        if (next == ShardQueue.NEVER) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, next - clock.getAsLong());
        }
    }

    private void call(List<ShardBatch> batches) {
        try {
            calls.accept(batches);
        } finally {
            slots.release();
            LockSupport.unpark(thread);
        }
    }

    private long firstDue() {
        long first = ShardQueue.NEVER;
        for (ShardQueue queue : table.queues()) {
            first = Math.min(first, queue.dueAt());
        }
        return first;
    }

    /**
     * The batches of as many queues as a call has room for, each queue in its turn. Those that would be due shortly
     * come along, so that the queues fall in step and share calls instead of making one each.
     */
    private List<ShardBatch> gather(long now) {
        List<ShardQueue> queues = table.queues();
        BatchRules rules = table.rules();
        List<ShardBatch> batches = new ArrayList<>();
        int entries = 0;
        long bytes = 0;
        for (int i = 0; i < queues.size() && rules.hasRoom(entries, bytes); i++) {
            turn = (turn + 1) % queues.size();
            ShardQueue queue = queues.get(turn);
            ShardBatch batch = queue.dueAt() <= now + rules.lingerNanos() / 2 ? queue.takeBatch(now) : null;
            if (batch != null) {
                batches.add(batch);
                entries += batch.groups().size();
                bytes += batch.bytes();
            }
        }
        return batches;
    }
}
