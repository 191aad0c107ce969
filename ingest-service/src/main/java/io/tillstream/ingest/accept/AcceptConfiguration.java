package io.tillstream.ingest.accept;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.ingest.IngestProperties;
import io.tillstream.ingest.RequestLimits;
import io.tillstream.ingest.rules.FeedRules;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.feed.PerFeed;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what turns a body into lines. */
@Configuration(proxyBeanMethods = false)
class AcceptConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The readers share the bounds of what is read and held at a time. */
    @Bean
    PerFeed<RequestReader> requestReaders(
            Feeds feeds, ReaderParts parts, FeedRules rules, RowLimits limits, MeterRegistry registry) {
        return new PerFeed<>(feeds, feed -> {
            RowValidator validator = feed.validator(RowSettings.of(limits.bounds()));
            FeedRows rows = new FeedRows(feed, validator, rules.of(feed));
            return parts.reader(rows, new RowMeters(feed.name(), registry));
        });
    }

    @Bean
    ReaderParts readerParts(IngestProperties properties, RequestLimits limits, MeterRegistry registry, Clock clock) {
        InFlightBytes inFlight = new InFlightBytes(properties.maxInFlight().toBytes());
        Gauge.builder("tillstream.ingest.in.flight", inFlight, InFlightBytes::held)
                .description("Bytes of rows that wait for the stream or for their answer")
                .baseUnit("bytes")
                .strongReference(true)
                .register(registry);
        return new ReaderParts(
                new BodyReader.Bounds(properties.maxBody().toBytes(), limits),
                () -> new Batch(inFlight.open(), properties.maxRows()),
                clock);
    }

    /** What the readers of all feeds share: the bounds of what is read and held at a time. */
    record ReaderParts(BodyReader.Bounds bounds, Supplier<Batch> batches, Clock clock) {

        RequestReader reader(FeedRows rows, RowMeters meters) {
            BodyReader bodies = new BodyReader(rows.feed().fields(), bounds, meters, clock);
            return new RequestReader(rows, bodies, batches, meters, clock);
        }
    }
}
