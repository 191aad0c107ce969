package io.tillstream.ingest.publish;

import java.util.List;

/** One call to the stream. */
interface StreamGateway {

    /** Puts the entries, of which the stream may refuse some; gives up after a time-out of its own. */
    PutOutcome put(List<StreamEntry> entries);
}
