package io.tillstream.ingest.spill;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls {@link Adoption#beat()} three times a lease. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Adoption adoption;
    private final Duration lease;
    private final SurgeBuffer buffer;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("spill-heartbeat").unstarted(this::run);

    Heartbeat(Adoption adoption, Duration lease, SurgeBuffer buffer) {
        this.adoption = adoption;
        this.lease = lease;
        this.buffer = buffer;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!thread.isInterrupted()) {
                beat();
                Thread.sleep(lease.dividedBy(3));
            }
        } catch (InterruptedException e) {
            // Only close() interrupts this thread.
            LOG.debug("The heartbeat stops", e);
        }
    }

    private void beat() {
        try {
            if (adoption.beat()) {
                buffer.wake();
            }
        } catch (IOException | RuntimeException e) {
            // The edge of this thread: with the next beat all may be well, and what was left stays where it is.
            LOG.warn("The surge buffers of other instances cannot be checked: {}", e.toString());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
