package io.tillstream.ingest.publish;

import java.util.List;

/** What became of one call to the stream. */
sealed interface PutOutcome {

    /** The stream answered for every entry, in their order: whether it has stored it. */
    record Answered(List<Boolean> stored) implements PutOutcome {}

    /** The call failed as a whole, and may succeed later; entries may have been stored all the same. */
    record Failed(String reason) implements PutOutcome {}

    /** The call failed as a whole, and will fail again. */
    record Rejected(String reason) implements PutOutcome {}
}
