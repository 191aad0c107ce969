package io.tillstream.ingest.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of one call to the stream. */
sealed interface PutOutcome {

    /** The stream answered for every entry, in their order. */
    record Answered(List<Answer> answers) implements PutOutcome {}

    /** The call failed as a whole, and may succeed later; entries may have been stored all the same. */
    record Failed(String reason) implements PutOutcome {}

    /** The call failed as a whole, and will fail again. */
    record Rejected(String reason) implements PutOutcome {}

    /** What became of one entry: the shard that stored it, or the error that kept it out. */
    record Answer(@Nullable String shard, @Nullable String error) {

        /** What the stream answers when a shard has had as much as it takes for the moment. */
        private static final String THROTTLED = "ProvisionedThroughputExceededException";

        boolean isStored() {
            return error == null;
        }

        boolean isThrottled() {
            return THROTTLED.equals(error);
        }
    }
}
