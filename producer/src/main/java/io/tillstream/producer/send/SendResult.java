package io.tillstream.producer.send;

import java.time.Duration;

/** The result of a request, retries included. */
public sealed interface SendResult {

    /**
     * The service has answered for every row.
     *
     * @param exchange how long the last exchange took, from sending to its answer
     * @param retries how often it was sent again
     */
    record Acknowledged(IngestAnswer answer, Duration exchange, int retries) implements SendResult {}

    /** The service refused it, or did not take it in time: nothing is known to be stored. */
    record Failed(String reason, int retries) implements SendResult {}

    /** Sending was stopped before there was an answer. */
    record Stopped(int retries) implements SendResult {}
}
