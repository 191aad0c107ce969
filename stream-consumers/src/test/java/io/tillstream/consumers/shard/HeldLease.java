package io.tillstream.consumers.shard;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.kinesis.leases.Lease;
import software.amazon.kinesis.leases.LeaseCoordinator;
import software.amazon.kinesis.leases.LeaseRefresher;

/** A worker that has, at first, the lease of whatever shard is asked for. */
final class HeldLease {

    final LeaseRefresher table = mock(LeaseRefresher.class);
    final LeaseCoordinator coordinator = mock(LeaseCoordinator.class);
    final WorkerLeases leases = new WorkerLeases();
    private volatile @Nullable UUID token = UUID.randomUUID();

    HeldLease() {
        when(coordinator.leaseRefresher()).thenReturn(table);
        when(coordinator.workerIdentifier()).thenReturn("me");
        when(coordinator.getCurrentlyHeldLease(anyString())).thenAnswer(call -> lease(call.getArgument(0)));
        leases.setCoordinator(coordinator);
    }

    void lose() {
        token = null;
    }

    void loseAndRegain() {
        token = UUID.randomUUID();
    }

    private @Nullable Lease lease(String shardId) {
        UUID current = token;
        if (current == null) {
            return null;
        }
        Lease lease = new Lease();
        lease.leaseKey(shardId);
        lease.leaseOwner("me");
        lease.concurrencyToken(current);
        return lease;
    }
}
