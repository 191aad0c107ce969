package io.tillstream.bootstrap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tries until it works or the time is up: a cloud that is starting refuses connections first, and may then answer with
 * failures until the service in question has started too.
 */
record Patience(Duration limit, Duration pause, Clock clock, Consumer<String> told) {

    /**
     * Returns when an attempt has worked.
     *
     * @throws SdkException the last failure, when the time is up
     */
    void until(Runnable attempt) throws InterruptedException {
        Instant end = clock.instant().plus(limit);
        String reason = "";
        while (true) {
            try {
                attempt.run();
                return;
            } catch (SdkException failure) {
                if (!clock.instant().isBefore(end)) {
                    throw failure;
                }
                reason = tellIfNew(reason, inShort(failure));
                Thread.sleep(pause);
            }
        }
    }

    /** Without what the SDK adds, which differs from one attempt to the next. */
    private static String inShort(SdkException failure) {
        return String.valueOf(failure.getMessage()).replaceFirst(" \\(Service: .*", "");
    }

    private String tellIfNew(String before, String reason) {
        if (!reason.equals(before)) {
            told.accept("Not yet: " + reason);
        }
        return reason;
    }
}
