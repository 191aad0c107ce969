package io.tillstream.consumers.shard;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.leases.Lease;
import software.amazon.kinesis.leases.LeaseCoordinator;
import software.amazon.kinesis.leases.exceptions.DependencyException;
import software.amazon.kinesis.leases.exceptions.InvalidStateException;
import software.amazon.kinesis.leases.exceptions.ProvisionedThroughputException;

/** A worker's leases, as KCL's coordinator knows them. */
final class WorkerLeases {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerLeases.class);

    private @Nullable LeaseCoordinator coordinator;

    /** KCL creates its coordinator after it is told who processes its shards, and starts neither before it runs. */
    void setCoordinator(LeaseCoordinator newCoordinator) {
        coordinator = newCoordinator;
    }

    /**
     * Whether a shard's lease as it is held by now is held still, and has not been lost and taken again. KCL measures a
     * lease's time by the monotonic clock, so a process that was suspended beyond it finds out as soon as it goes on.
     */
    BooleanSupplier stillHeld(String shardId) {
        UUID token = tokenOf(shardId);
        return () -> token != null && token.equals(tokenOf(shardId));
    }

    /** Whether this worker has seen what leases there are, and taken its share. */
    boolean areTaken() {
        return coordinator().isRunning() && !coordinator().allLeases().isEmpty();
    }

    /** From here on only what is held may be lost. */
    void stopTaking() {
        coordinator().stopLeaseTaker();
    }

    /** Lets another worker have the shard's lease at once. KCL itself only lets it run out. */
    void release(String shardId) {
        Lease lease = coordinator().getCurrentlyHeldLease(shardId);
        if (lease != null) {
            coordinator().dropLease(lease);
            release(lease);
        }
    }

    /** Releases what leases the table still gives to this worker, once it renews none. */
    void releaseRest() {
        String worker = coordinator().workerIdentifier();
        try {
            for (Lease lease : coordinator().leaseRefresher().listLeases()) {
                if (worker.equals(lease.leaseOwner())) {
                    release(lease);
                }
            }
        } catch (DependencyException | InvalidStateException | ProvisionedThroughputException failure) {
            LOG.warn("Leases were not released; they will expire: {}", failure.toString());
        }
    }

    private void release(Lease lease) {
        try {
            coordinator().leaseRefresher().evictLease(lease);
        } catch (DependencyException | InvalidStateException | ProvisionedThroughputException failure) {
            LOG.warn("The lease of {} was not released; it will expire: {}", lease.leaseKey(), failure.toString());
        }
    }

    private @Nullable UUID tokenOf(String shardId) {
        Lease lease = coordinator().getCurrentlyHeldLease(shardId);
        return lease == null ? null : lease.concurrencyToken();
    }

    private LeaseCoordinator coordinator() {
        return requireNonNull(coordinator, "The application is not set up yet");
    }
}
