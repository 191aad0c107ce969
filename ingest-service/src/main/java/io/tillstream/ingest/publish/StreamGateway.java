package io.tillstream.ingest.publish;

import java.time.Duration;
import java.util.List;

/** One call to the stream. */
interface StreamGateway {

    /** Puts the entries, of which the stream may refuse some; gives up after the time-out. */
    PutOutcome put(List<StreamEntry> entries, Duration timeout);
}
