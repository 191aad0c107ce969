package io.tillstream.ingest.publish;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the map of the shards fresh, on a thread of its own: at the start, regularly, and soon after it was found
 * wrong. Rows flow meanwhile, by the map there is or without one.
 */
final class ShardWatch implements AutoCloseable {

    /** However often a map is found wrong: AWS bounds the calls that a stream answers. */
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);

    private final ShardSource source;
    private final ShardQueues table;
    private final PublishMeters meters;
    private final Duration regularly;
    private final Semaphore wish = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("publish-shards").unstarted(this::run);

    ShardWatch(ShardSource source, ShardQueues table, PublishMeters meters, Duration regularly) {
        this.source = source;
        this.table = table;
        this.meters = meters;
        this.regularly = regularly;
    }

    void start() {
        thread.start();
    }

    /** The map is wrong. */
    void mistrust() {
        wish.release();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /** Looks at the shards once; says how long to leave them alone at most. */
    Duration look(Duration lastPause) {
        Optional<ShardMap> map = source.read();
        if (map.isEmpty()) {
            meters.refreshed("failed");
            Duration doubled = lastPause.multipliedBy(2);
            return doubled.compareTo(regularly) < 0 ? doubled : regularly;
        }
        meters.knows(map.get());
        meters.refreshed(table.adopt(map.get()) ? "changed" : "unchanged");
        return regularly;
    }

    private void run() {
        try {
            Duration pause = LEAST_PAUSE;
            while (true) {
                pause = look(pause);
                Thread.sleep(LEAST_PAUSE);
                wish.tryAcquire(pause.minus(LEAST_PAUSE).toNanos(), TimeUnit.NANOSECONDS);
                wish.drainPermits();
            }
        } catch (InterruptedException e) {
            // Closed.
            Thread.currentThread().interrupt();
        }
    }
}
