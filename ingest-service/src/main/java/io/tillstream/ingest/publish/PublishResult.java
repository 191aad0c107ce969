package io.tillstream.ingest.publish;

import java.time.Duration;

/** The result of publishing lines. */
public sealed interface PublishResult {

    /** The stream has every line. */
    record Stored() implements PublishResult {}

    /** The surge buffer has every line, and the stream will. */
    record Spilled() implements PublishResult {}

    /** The stream did not take every line in time; some may be in it. The same lines may be published again. */
    record Unavailable(String reason, Duration retryAfter) implements PublishResult {}

    /** The stream will not take the lines however often they are sent; someone must look after it. */
    record Refused(String reason) implements PublishResult {}
}
