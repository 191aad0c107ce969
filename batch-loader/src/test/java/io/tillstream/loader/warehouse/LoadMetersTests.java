package io.tillstream.loader.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.model.layout.FeedName;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoadMetersTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final LoadMeters meters = new LoadMeters(registry, () -> now, new FeedName("transactions"));

    @Test
    void theAgeGrowsUntilARunIsDone() {
        assertThat(age()).isZero();
        now = now.plusSeconds(90);
        meters.failed();
        assertThat(age()).isEqualTo(90);
        meters.done();
        assertThat(age()).isZero();
        assertThat(runs("done")).isEqualTo(1);
        assertThat(runs("failed")).isEqualTo(1);
    }

    private double age() {
        return registry.get("tillstream.warehouse.done.age")
                .tag("feed", "transactions")
                .timeGauge()
                .value(TimeUnit.SECONDS);
    }

    private double runs(String outcome) {
        return registry.get("tillstream.warehouse.runs")
                .tag("feed", "transactions")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
