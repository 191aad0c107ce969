package io.tillstream.producer.report;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** How long requests took: half of them at most {@code p50}, and so on. */
public record Quantiles(long count, Duration p50, Duration p90, Duration p99, Duration p999, Duration max) {

    static Quantiles of(Histogram micros) {
        return new Quantiles(
                micros.getTotalCount(),
                at(micros, 50),
                at(micros, 90),
                at(micros, 99),
                at(micros, 99.9),
                at(micros, 100));
    }

    private static Duration at(Histogram micros, double percentile) {
        return Duration.ofNanos(1_000 * micros.getValueAtPercentile(percentile));
    }
}
