package io.tillstream.producer.send;

import io.tillstream.commandline.StopSignal;
import io.tillstream.model.retry.RetryPolicy;
import io.tillstream.producer.send.Attempt.Acknowledged;
import io.tillstream.producer.send.Attempt.Refused;
import io.tillstream.producer.send.Attempt.TryAgain;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Sends requests to the service, each until it is answered for good, the same bytes under the same key, so that
 * whatever was stored the first time is not stored again. Safe for use by many threads.
 */
public final class RequestSender {

    private final IngestClient client;
    private final RetryPolicy policy;
    private final StopSignal stop;
    private final Consumer<String> troubles;

    /** One that gives up waiting when told to stop, and tells of each failure that it will make good. */
    public RequestSender(IngestClient client, RetryPolicy policy, StopSignal stop, Consumer<String> troubles) {
        this.client = client;
        this.policy = policy;
        this.stop = stop;
        this.troubles = troubles;
    }

    public SendResult send(IngestRequest request) throws InterruptedException {
        long firstFailure = 0;
        for (int retries = 0; ; retries++) {
            long begin = System.nanoTime();
            Attempt attempt = client.send(request);
            long end = System.nanoTime();
            if (attempt instanceof Acknowledged done) {
                return acknowledged(request, done.answer(), Duration.ofNanos(end - begin), retries);
            }
            if (attempt instanceof Refused refused) {
                return new SendResult.Failed("The service " + refused.reason(), retries);
            }
            TryAgain again = (TryAgain) attempt;
            firstFailure = retries == 0 ? end : firstFailure;
            Duration pause = policy.pauseAfter(retries + 1, again.notBefore());
            // That bounds when the last retry may begin.
            if (!policy.allowsAnother(
                    retries + 1, Duration.ofNanos(end - firstFailure).plus(pause))) {
                return new SendResult.Failed(gaveUp(again), retries);
            }
            troubles.accept(again.reason());
            if (stop.pause(pause)) {
                return new SendResult.Stopped(retries);
            }
        }
    }

    /** An answer that does not count every row is no answer: rows must not get lost between the two counts. */
    private static SendResult acknowledged(IngestRequest request, IngestAnswer answer, Duration exchange, int retries) {
        boolean allCounted = answer.rows() == request.rows();
        return allCounted
                ? new SendResult.Acknowledged(answer, exchange, retries)
                : new SendResult.Failed(
                        "The service answered for " + answer.rows() + " rows of " + request.rows(), retries);
    }

    private String gaveUp(TryAgain last) {
        return "Gave up after " + policy.giveUpAfter().toSeconds() + " s of retries: " + last.reason();
    }
}
