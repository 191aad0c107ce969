package io.tillstream.ingest.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tillstream.ingest.IngestProperties;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes each request's lines by calls of its own, on the thread of the caller. */
final class KinesisPublisher implements LinePublisher {

    private static final Logger LOG = LoggerFactory.getLogger(KinesisPublisher.class);

    private final StreamGateway gateway;
    private final Timing timing;
    private final Aggregator aggregator;
    private final Backoff backoff;
    private final Duration timeout;
    private final Timer latency;
    private final Counter retries;

    KinesisPublisher(StreamGateway gateway, Timing timing, IngestProperties properties, MeterRegistry meters) {
        this.gateway = gateway;
        this.timing = timing;
        this.aggregator = new Aggregator(properties.maxAggregate().toBytes());
        this.backoff = new Backoff(
                properties.firstBackoff(),
                properties.maxBackoff(),
                () -> ThreadLocalRandom.current().nextLong());
        this.timeout = properties.publishTimeout();
        this.latency = Timer.builder("tillstream.ingest.publish")
                .description("From the first call for a request to the acknowledgement of its last row")
                .publishPercentileHistogram()
                .register(meters);
        this.retries = Counter.builder("tillstream.ingest.publish.retries")
                .description("Calls to the stream that repeat entries of an earlier one")
                .register(meters);
    }

    @Override
    public PublishResult publish(List<EncodedLine> lines) {
        Timer.Sample sample = Timer.start();
        try {
            PublishResult result =
                    new PublishRun(gateway, backoff, timing, retries::increment).run(aggregator.pack(lines), timeout);
            if (result instanceof PublishResult.Refused refused) {
                LOG.error("The stream refuses rows: {}", refused.reason());
            }
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PublishResult.Unavailable("the service is stopping", Duration.ofSeconds(1));
        } finally {
            sample.stop(latency);
        }
    }
}
