package io.tillstream.ingest.publish;

import io.tillstream.ingest.publish.PutOutcome.Answered;
import io.tillstream.ingest.publish.PutOutcome.Failed;
import io.tillstream.ingest.publish.PutOutcome.Rejected;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs when calls to the stream begin to fail, for another reason, or no longer; not each of them. */
final class CallLog {

    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
    private static final String NONE = "";

    private final AtomicReference<String> trouble = new AtomicReference<>(NONE);

    void ended(PutOutcome outcome) {
        switch (outcome) {
            case Answered answered -> {
                if (isNew(NONE)) {
                    LOG.info("The stream takes rows again");
                }
            }
            case Failed failed -> {
                if (isNew(failed.reason())) {
                    LOG.warn("Calls to the stream fail and are repeated: {}", failed.reason());
                }
            }
            case Rejected rejected -> {
                if (isNew(rejected.reason())) {
                    LOG.error("The stream refuses rows: {}", rejected.reason());
                }
            }
        }
    }

    private boolean isNew(String reason) {
        return !trouble.getAndSet(reason).equals(reason);
    }
}
