package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryRequest;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryResponse;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

final class StreamHealthIndicatorTests {

    private final Stream stream = new Stream();
    private final StreamHealthIndicator indicator = new StreamHealthIndicator(stream, "transactions", stream.clock);

    @Test
    void isDownWhileTheStreamCannotBeReachedAndUpAgainAfterwards() {
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
        stream.status = null;
        stream.pass(Duration.ofSeconds(10));
        assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
        stream.status = StreamStatus.ACTIVE;
        stream.pass(Duration.ofSeconds(10));
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isUpWhileShardsAreSplitAndDownWhileTheStreamIsMade() {
        stream.status = StreamStatus.UPDATING;
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
        stream.pass(Duration.ofSeconds(10));
        stream.status = StreamStatus.CREATING;
        assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void doesNotAskForEveryProbe() {
        for (int i = 0; i < 20; i++) {
            indicator.health();
        }
        assertThat(stream.asked).isEqualTo(1);
    }

    private static final class Stream implements KinesisClient {

        private @Nullable StreamStatus status = StreamStatus.ACTIVE;
        private Instant now = Instant.parse("2026-11-21T09:00:00Z");
        private int asked;

        private final Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };

        private void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public DescribeStreamSummaryResponse describeStreamSummary(DescribeStreamSummaryRequest request) {
            asked++;
            if (status == null) {
                throw SdkClientException.create("no connection");
            }
            return DescribeStreamSummaryResponse.builder()
                    .streamDescriptionSummary(summary -> summary.streamStatus(status))
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
