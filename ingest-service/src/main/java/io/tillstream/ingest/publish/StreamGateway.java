package io.tillstream.ingest.publish;

import java.util.List;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/** One call to the stream. */
interface StreamGateway {

    /** Puts the entries, of which the stream may refuse some; gives up after a time-out of its own. */
    PutOutcome put(List<PutRecordsRequestEntry> entries);
}
