package io.tillstream.bootstrap;

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
    void until(Runnable attempt) throws InterruptedException {
        Instant begin = clock.instant();
        Said said = new Said("", begin);
        while (true) {
            try {
                attempt.run();
                return;
            } catch (SdkException failure) {
                Instant now = clock.instant();
                if (!now.isBefore(begin.plus(limit))) {
                    throw failure;
                }
                said = tell(said, explained.apply(failure), Duration.between(begin, now), now);
                Thread.sleep(pause);
            }
        }
    }

    private Said tell(Said before, String reason, Duration waited, Instant now) {
        boolean isNew = !reason.equals(before.reason());
        if (!isNew && now.isBefore(before.at().plus(BETWEEN_WORDS))) {
            return before;
        }
        String still =
                isNew ? "Not yet: " : "Still not, after %d of %d s: ".formatted(waited.toSeconds(), limit.toSeconds());
        told.accept(still + reason);
        return new Said(reason, now);
    }

    private record Said(String reason, Instant at) {}
}
