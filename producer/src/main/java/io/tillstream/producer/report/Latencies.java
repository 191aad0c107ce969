package io.tillstream.producer.report;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long requests took, in two measures. An exchange is what the service took to answer. A response counts from when
 * the request should have been sent by the rate that was asked for, to its acknowledgement: when the service stalls, the
 * requests that could not even be sent meanwhile count with their waiting, which measuring exchanges alone would omit.
 * Safe for use by many threads.
 */
public final class Latencies {

    private static final long LONGEST = TimeUnit.DAYS.toMicros(1);
    private static final int DIGITS = 3;

    private final Histogram exchanges = new Histogram(LONGEST, DIGITS);
    private final Histogram responses = new Histogram(LONGEST, DIGITS);

    public synchronized void record(Duration exchange, Duration response) {
        exchanges.recordValue(micros(exchange));
        responses.recordValue(micros(response));
    }

    synchronized Quantiles exchanges() {
        return Quantiles.of(exchanges);
    }

    synchronized Quantiles responses() {
        return Quantiles.of(responses);
    }

    private static long micros(Duration time) {
        return Math.clamp(time.toNanos() / 1_000, 0, LONGEST);
    }
}
