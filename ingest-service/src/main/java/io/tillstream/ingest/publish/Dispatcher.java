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
 * Lets flights leave when they are due, several lanes' in one call, so many calls at a time. It decides only who leaves
 * when; the calls are made elsewhere.
 */
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final LaneTable table;
    private final Consumer<List<Flight>> calls;
    private final Executor executor;
    private final Semaphore slots;
    private final LongSupplier clock;
    private final Thread thread =
            Thread.ofPlatform().name("publish-dispatcher").daemon().unstarted(this::run);

    private volatile long looksAt = Lane.NEVER;
    private volatile boolean stopping;
    private int turn;

    Dispatcher(
            LaneTable table, Consumer<List<Flight>> calls, Executor executor, int concurrentCalls, LongSupplier clock) {
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

    /** Something waits that may leave at that time. */
    void expect(long dueAt) {
        // While it looks around, looksAt lies beyond everything: a change that it may have missed makes it look again.
        if (dueAt < looksAt) {
            LockSupport.unpark(thread);
        }
    }

    /** Lets everything leave that is due; says when to look again, unless something changes. */
    long step() {
        while (slots.tryAcquire()) {
            long now = clock.getAsLong();
            long dueAt = firstDue();
            List<Flight> call = dueAt > now ? List.of() : gather(now);
            if (call.isEmpty()) {
                slots.release();
                return dueAt;
            }
            executor.execute(() -> call(call));
        }
        return Lane.NEVER;
    }

    private void run() {
        while (!stopping) {
            try {
                look();
            } catch (RuntimeException e) {
                // The edge of the thread: were it to end, no line would leave any more.
                LOG.error("Lines could not be sent on their way", e);
            }
        }
    }

    private void look() {
        looksAt = Lane.NEVER;
        long next = step();
        looksAt = next;
        if (next == Lane.NEVER) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, next - clock.getAsLong());
        }
    }

    private void call(List<Flight> flights) {
        try {
            calls.accept(flights);
        } finally {
            slots.release();
            LockSupport.unpark(thread);
        }
    }

    private long firstDue() {
        long first = Lane.NEVER;
        for (Lane lane : table.lanes()) {
            first = Math.min(first, lane.dueAt());
        }
        return first;
    }

    /**
     * The flights of as many lanes as a call has room for, each lane in its turn. Those that would be due shortly come
     * along, so that the lanes fall in step and share calls instead of making one each.
     */
    private List<Flight> gather(long now) {
        List<Lane> lanes = table.lanes();
        FlightRules rules = table.rules();
        List<Flight> flights = new ArrayList<>();
        int entries = 0;
        long bytes = 0;
        for (int i = 0; i < lanes.size() && rules.hasRoom(entries, bytes); i++) {
            turn = (turn + 1) % lanes.size();
            Lane lane = lanes.get(turn);
            Flight flight = lane.dueAt() <= now + rules.lingerNanos() / 2 ? lane.depart(now) : null;
            if (flight != null) {
                flights.add(flight);
                entries += flight.parcels().size();
                bytes += flight.bytes();
            }
        }
        return flights;
    }
}
