package io.tillstream.producer.send;

import java.time.Duration;

/** The result of sending a request once. */
sealed interface Attempt {

    /** Every accepted row is stored. */
    record Acknowledged(IngestAnswer answer) implements Attempt {}

    /** The same request may be taken later; not before the pause is over. */
    record TryAgain(String reason, Duration notBefore) implements Attempt {}

    /** Sending it again would change nothing. */
    record Refused(String reason) implements Attempt {}
}
