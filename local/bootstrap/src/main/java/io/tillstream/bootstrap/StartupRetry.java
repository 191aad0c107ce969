package io.tillstream.bootstrap;

import io.tillstream.model.retry.Retry;
import io.tillstream.model.retry.RetryPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Retries until an attempt succeeds or the time is up: a cloud that is starting refuses connections first, and may then
 * answer with failures until the service in question has started too. Says why it waits when that changes, and every
 * half a minute.
 *
 * @param explained a failure in a line, for who watches
 */
record StartupRetry(
        Duration limit, Duration pause, Clock clock, Function<SdkException, String> explained, Consumer<String> told) {

    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(30);

    /**
     * Returns when an attempt has worked.
     *
     * @throws SdkException the last failure, when the time is up
     */
    void until(Runnable attempt) {
        Words words = new Words(clock.instant());
        Retry.of(RetryPolicy.every(pause).givingUpAfter(limit), SdkException.class)
                .telling((failure, number) -> words.tell(explained.apply((SdkException) failure)))
                .untilDone(() -> {
                    attempt.run();
                    return attempt;
                });
    }

    /** What is said while it waits. */
    private final class Words {

        private final Instant begin;
        private String lastReason = "";
        private Instant lastAt;

        Words(Instant begin) {
            this.begin = begin;
            this.lastAt = begin;
        }

        void tell(String reason) {
            Instant now = clock.instant();
            boolean isNew = !reason.equals(lastReason);
            if (!isNew && now.isBefore(lastAt.plus(BETWEEN_WORDS))) {
                return;
            }
            long waited = Duration.between(begin, now).toSeconds();
            String still = isNew ? "Not yet: " : "Still not, after %d of %d s: ".formatted(waited, limit.toSeconds());
            told.accept(still + reason);
            lastReason = reason;
            lastAt = now;
        }
    }
}
