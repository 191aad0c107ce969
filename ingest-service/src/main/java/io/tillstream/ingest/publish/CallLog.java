package io.tillstream.ingest.publish;

import io.tillstream.ingest.publish.PutOutcome.Answered;
import io.tillstream.ingest.publish.PutOutcome.Failed;
import io.tillstream.ingest.publish.PutOutcome.Rejected;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs that calls to the stream fail: now and then, not each of them; the metrics count them. */
final class CallLog {

    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final AtomicLong quietUntil = new AtomicLong();

    void ended(PutOutcome outcome, long now) {
        switch (outcome) {
            case Answered answered -> {}
            case Failed failed -> {
                if (mayLog(now)) {
                    LOG.warn("Calls to the stream fail and are retried: {}", failed.reason());
                }
            }
            case Rejected rejected -> {
                if (mayLog(now)) {
                    LOG.error("The stream refuses rows: {}", rejected.reason());
                }
            }
        }
    }

    /** A stream puts records on shards where their keys do not belong. */
    void misplaced(long now) {
        if (mayLog(now)) {
            LOG.error("The stream ignores partition keys: rows were stored on the wrong shards and are sent again");
        }
    }

    private boolean mayLog(long now) {
        long until = quietUntil.get();
        return now >= until && quietUntil.compareAndSet(until, now + PAUSE);
    }
}
