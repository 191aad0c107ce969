package io.tillstream.ingest.spill;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Regularly tries whether the journal would keep lines, so that a failure is known before the journal is needed. */
final class JournalProbe implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalProbe.class);

    /** How often a failing journal is tried, so that its recovery is soon known. */
    private static final Duration IN_TROUBLE = Duration.ofSeconds(5);

    private final Journal journal;
    private final Duration every;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("spill-probe").unstarted(this::run);
    private volatile Optional<String> trouble = Optional.of("has not been tried yet");
    private volatile boolean worked;

    JournalProbe(Journal journal, Duration every) {
        this.journal = journal;
        this.every = every;
    }

    void start() {
        thread.start();
    }

    /** Why the journal would not have kept lines when it was tried last. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Whether the journal would have kept lines at some time: one that never did is a mistake in the settings. */
    boolean hasWorked() {
        return worked;
    }

    void probe() {
        try {
            journal.probe();
            if (worked && trouble.isPresent()) {
                LOG.info("The surge buffer can be written to again");
            }
            worked = true;
            trouble = Optional.empty();
        } catch (IOException | RuntimeException e) {
            // The edge of this thread: a journal that cannot be tried cannot be used either.
            String reason = e.toString();
            if (!trouble.equals(Optional.of(reason))) {
                LOG.error(
                        "The surge buffer cannot be written to and would not keep rows if the stream failed: {}",
                        reason);
            }
            trouble = Optional.of(reason);
        }
    }

    private void run() {
        try {
            while (true) {
                probe();
                Thread.sleep(trouble.isEmpty() || every.compareTo(IN_TROUBLE) < 0 ? every : IN_TROUBLE);
            }
        } catch (InterruptedException e) {
            // Only close() interrupts this thread.
            LOG.debug("The surge buffer is no longer tried", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
