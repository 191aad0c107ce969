package io.tillstream.loader.ledger;

import io.tillstream.loader.parts.Part;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkException;

/** The right to work on a file, renewed in the background until it is closed. Safe for several threads. */
public final class Claim implements AutoCloseable {

    private final LoadLedger ledger;
    private final String load;
    private final String owner;
    private final ClaimLease lease;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread renewal =
            Thread.ofPlatform().name("renew-claim").daemon().unstarted(this::renew);
    private volatile long renewedAt = System.nanoTime();
    private volatile boolean isLost;
    private LoadState state;

    Claim(LoadLedger ledger, String load, String owner, ClaimLease lease) {
        this.ledger = ledger;
        this.load = load;
        this.owner = owner;
        this.lease = lease;
        this.state = ledger.find(load).orElseThrow();
        renewal.start();
    }

    public String load() {
        return load;
    }

    public synchronized LoadState state() {
        return state;
    }

    /** Changes the state in the ledger, unless the claim is lost. */
    public synchronized LoadState update(UnaryOperator<LoadState> change) {
        LoadState next = change.apply(state);
        if (!ledger.save(load, owner, next)) {
            isLost = true;
            throw new ClaimLostException();
        }
        state = next;
        return next;
    }

    public List<Part> parts() {
        return ledger.parts(load);
    }

    /** Parts whose lines DynamoDB has not got. */
    public List<Part> partsToStore() {
        return ledger.partsToStore(load);
    }

    public void partIsMade(Part part) {
        requireHeld();
        ledger.putPart(load, part);
    }

    public void partIsStored(Part part) {
        requireHeld();
        ledger.partIsStored(load, part);
    }

    public void forgetParts() {
        requireHeld();
        ledger.forgetParts(load);
    }

    /**
     * Makes sure that no other run works on the file.
     *
     * @throws ClaimLostException when another may work on it by now
     */
    public void requireHeld() {
        if (isLost || System.nanoTime() - renewedAt > lease.length().toNanos()) {
            isLost = true;
            throw new ClaimLostException();
        }
    }

    /** Lets the next run begin at once. */
    @Override
    public void close() {
        closed.countDown();
        try {
            renewal.join();
            ledger.release(load, owner);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (SdkException unreachable) {
            // Then the lease runs out instead.
        }
    }

    /** A run that counts its claim as lost blocks no other run. */
    private void renew() {
        long beat = 0;
        try {
            while (!isLost && !closed.await(lease.betweenBeats().toNanos(), TimeUnit.NANOSECONDS)) {
                renew(++beat);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew(long beat) {
        long begun = System.nanoTime();
        try {
            if (ledger.beat(load, owner, beat)) {
                renewedAt = begun;
            } else {
                isLost = true;
            }
        } catch (SdkException unreachable) {
            // The next beat tries again; unheard of for a lease, the claim counts as lost.
        }
    }
}
