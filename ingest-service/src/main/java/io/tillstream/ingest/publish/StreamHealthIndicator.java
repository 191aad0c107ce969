package io.tillstream.ingest.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryRequest;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** Whether the stream can be reached. Asks it at most every few seconds: AWS allows 20 such calls a second. */
final class StreamHealthIndicator implements HealthIndicator {

    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final KinesisClient kinesis;
    private final String stream;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();

    private Health last = Health.unknown().build();
    private Instant staleAt = Instant.MIN;

    StreamHealthIndicator(KinesisClient kinesis, String stream, Clock clock) {
        this.kinesis = kinesis;
        this.stream = stream;
        this.clock = clock;
    }

    @Override
    public Health health() {
        lock.lock();
        try {
            if (!clock.instant().isBefore(staleAt)) {
                last = ask();
                staleAt = clock.instant().plus(FRESH);
            }
            return last;
        } finally {
            lock.unlock();
        }
    }

    private Health ask() {
        DescribeStreamSummaryRequest request = DescribeStreamSummaryRequest.builder()
                .streamName(stream)
                .overrideConfiguration(override -> override.apiCallTimeout(TIMEOUT))
                .build();
        try {
            StreamStatus status = kinesis.describeStreamSummary(request)
                    .streamDescriptionSummary()
                    .streamStatus();
            boolean takesRecords = status == StreamStatus.ACTIVE || status == StreamStatus.UPDATING;
            return (takesRecords ? Health.up() : Health.down())
                    .withDetail("status", status)
                    .build();
        } catch (SdkException e) {
            return Health.down()
                    .withDetail("error", e.getClass().getSimpleName())
                    .build();
        }
    }
}
