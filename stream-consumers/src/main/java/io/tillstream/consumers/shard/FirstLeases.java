package io.tillstream.consumers.shard;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 * worker starts. So are leases that a worker left out because it died meanwhile; KCL would take minutes to miss them.
 *
 * <p>What is out while a worker starts is no reason for it not to start: KCL does the same later, for as long as it
 * takes.
 */
final class FirstLeases {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLeases.class);
    private static final long SECONDS_BETWEEN_POLLS = 1;
    private static final long SECONDS_TO_WAIT = 120;
    private static final int ATTEMPTS = 3;

    private FirstLeases() {}

    static void create(Scheduler scheduler) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                createMissing(scheduler);
                return;
            } catch (DependencyException
                    | InvalidStateException
                    | ProvisionedThroughputException
                    | RuntimeException failure) {
                // KCL wraps what its clients throw, or lets it through. Whatever it is, KCL meets it again.
                LOG.warn(
                        "The first leases of {} could not be created in attempt {}: {}",
                        scheduler.applicationName(),
                        attempt,
                        failure.toString());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void createMissing(Scheduler scheduler)
            throws DependencyException, InvalidStateException, ProvisionedThroughputException, InterruptedException {
        LeaseRefresher leases = scheduler.leaseRefresher();
        leases.createLeaseTableIfNotExists();
        leases.waitUntilLeaseTableExists(SECONDS_BETWEEN_POLLS, SECONDS_TO_WAIT);
        for (StreamConfig stream : scheduler.currentStreamConfigMap().values()) {
            scheduler
                    .hierarchicalShardSyncerProvider()
                    .apply(stream)
                    .checkAndCreateLeaseForNewShards(
                            new ShardsAtStart(scheduler.shardDetectorProvider().apply(stream)),
                            leases,
                            stream.initialPositionInStreamExtended(),
                            new NullMetricsScope(),
                            scheduler.ignoreUnexpetedChildShards(),
                            leases.isLeaseTableEmpty());
        }
    }
}
