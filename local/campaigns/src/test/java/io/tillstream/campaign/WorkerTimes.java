package io.tillstream.campaign;

import java.time.Duration;

/**
 * How fast the workers go about their shards.
 *
 * @param betweenReads pause between two reads of a shard
 * @param failover a worker that renews no lease for so long has lost it
 * @param lakeAge how old a lake's batch becomes
 */
record WorkerTimes(Duration betweenReads, Duration failover, Duration lakeAge) {

    /** Short times, so that much can happen in a minute. */
    static final WorkerTimes FAST =
            new WorkerTimes(Duration.ofMillis(250), Duration.ofSeconds(3), Duration.ofSeconds(1));

    /** As the services have it by themselves: the reads of very many shards are work enough for two processors. */
    static final WorkerTimes CALM =
            new WorkerTimes(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(5));
}
