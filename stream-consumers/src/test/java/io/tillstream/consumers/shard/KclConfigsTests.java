package io.tillstream.consumers.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.retrieval.fanout.FanOutConfig;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

class KclConfigsTests {

    private final KinesisAsyncClient kinesis = mock(KinesisAsyncClient.class);

    @Test
    void pollsAsOftenAsItIsSet() {
        PollingConfig polling =
                (PollingConfig) Retrieval.POLLING.config(settings(), "transactions", kinesis, "tillstream-lake");
        assertThat(polling.streamName()).isEqualTo("transactions");
        assertThat(polling.maxRecords()).isEqualTo(2_000);
        assertThat(polling.idleTimeBetweenReadsInMillis()).isEqualTo(1_000);
        assertThat(polling.usePollingConfigIdleTimeValue()).isTrue();
    }

    @Test
    void subscribesAsAConsumerOfItsOwnWithFanOut() {
        FanOutConfig fanOut =
                (FanOutConfig) Retrieval.FAN_OUT.config(settings(), "transactions", kinesis, "tillstream-lake");
        assertThat(fanOut.streamName()).isEqualTo("transactions");
        assertThat(fanOut.consumerName()).isEqualTo("tillstream-lake");
        assertThat(fanOut.kinesisClient()).isSameAs(kinesis);
    }

    @Test
    void beginsWhereItIsTold() {
        assertThat(StartPosition.valueOf("latest").position().getInitialPositionInStream())
                .isEqualTo(InitialPositionInStream.LATEST);
        assertThat(StartPosition.valueOf("TRIM-HORIZON").position().getInitialPositionInStream())
                .isEqualTo(InitialPositionInStream.TRIM_HORIZON);
        assertThat(StartPosition.valueOf("2026-03-01T12:00:00Z").position().getTimestamp())
                .isEqualTo(Date.from(Instant.parse("2026-03-01T12:00:00Z")));
        assertThatThrownBy(() -> StartPosition.valueOf("yesterday")).hasMessageContaining("trim-horizon");
    }

    private static KclProperties settings() {
        return new KclProperties(
                "transactions",
                "tillstream-",
                "",
                Map.of(),
                StartPosition.valueOf("trim-horizon"),
                Retrieval.POLLING,
                2_000,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                false,
                Duration.ofSeconds(25));
    }
}
