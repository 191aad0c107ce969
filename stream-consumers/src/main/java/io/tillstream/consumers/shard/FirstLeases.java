package io.tillstream.consumers.shard;

import software.amazon.kinesis.common.StreamConfig;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.leases.LeaseRefresher;
import software.amazon.kinesis.leases.exceptions.DependencyException;
import software.amazon.kinesis.leases.exceptions.InvalidStateException;
import software.amazon.kinesis.leases.exceptions.ProvisionedThroughputException;
import software.amazon.kinesis.metrics.NullMetricsScope;

/**
 * Makes an application's first leases at once.
 *
 * <p>A worker of KCL 2 that finds an empty lease table waits up to 30 seconds before it fills it, in case another one
 * does. Filling it is idempotent, so there is nothing to wait for: it is done here, by KCL's own code, before the
 * worker starts.
 */
final class FirstLeases {

    private static final long SECONDS_BETWEEN_POLLS = 1;
    private static final long SECONDS_TO_WAIT = 120;

    private FirstLeases() {}

    static void create(Scheduler scheduler) {
        LeaseRefresher leases = scheduler.leaseRefresher();
        try {
            leases.createLeaseTableIfNotExists();
            leases.waitUntilLeaseTableExists(SECONDS_BETWEEN_POLLS, SECONDS_TO_WAIT);
            if (leases.isLeaseTableEmpty()) {
                for (StreamConfig stream : scheduler.currentStreamConfigMap().values()) {
                    create(scheduler, leases, stream);
                }
            }
        } catch (DependencyException | InvalidStateException | ProvisionedThroughputException failure) {
            throw new IllegalStateException(
                    "The lease table of " + scheduler.applicationName() + " could not be set up", failure);
        }
    }

    private static void create(Scheduler scheduler, LeaseRefresher leases, StreamConfig stream)
            throws DependencyException, InvalidStateException, ProvisionedThroughputException {
        try {
            scheduler
                    .hierarchicalShardSyncerProvider()
                    .apply(stream)
                    .checkAndCreateLeaseForNewShards(
                            scheduler.shardDetectorProvider().apply(stream),
                            leases,
                            stream.initialPositionInStreamExtended(),
                            new NullMetricsScope(),
                            scheduler.ignoreUnexpetedChildShards(),
                            true);
        } catch (software.amazon.kinesis.exceptions.internal.KinesisClientLibIOException
                | InterruptedException failure) {
            throw new IllegalStateException(
                    "The shards of " + stream.streamIdentifier() + " could not be listed", failure);
        }
    }
}
