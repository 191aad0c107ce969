package io.tillstream.suite;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.ingest.IngestApplication;
import io.tillstream.ingest.publish.EncodedLine;
import io.tillstream.ingest.publish.FeedPublishers;
import io.tillstream.ingest.publish.PublishResult;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.feed.ShopEventFeed;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** An ingest service that takes events, with a stream in memory that is out as often as a test wants. One at a time. */
final class EventIntake implements AutoCloseable {

    private static final List<EncodedLine> PUBLISHED = new CopyOnWriteArrayList<>();
    private static final AtomicInteger FAILURES = new AtomicInteger();

    private final ConfigurableApplicationContext ingest;

    private EventIntake(ConfigurableApplicationContext ingest) {
        this.ingest = ingest;
    }

    static class FakeStream {

        @Bean
        FeedPublishers streamPublishers() {
            return feed -> lines -> {
                if (FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    return new PublishResult.Unavailable("a test wants it", Duration.ofSeconds(1));
                }
                PUBLISHED.addAll(lines);
                return new PublishResult.Stored();
            };
        }
    }

    static EventIntake start(String... settings) {
        Stream<String> fixed = Stream.of(
                "--server.port=0",
                "--spring.main.allow-bean-definition-overriding=true",
                "--spring.jmx.enabled=false",
                "--tillstream.feeds=transactions,events");
        URI noCloud = URI.create("http://127.0.0.1:1");
        EventIntake intake = new EventIntake(IngestApplication.builder()
                .sources(FakeStream.class)
                .registerShutdownHook(false)
                .bannerMode(Banner.Mode.OFF)
                .run(CloudSettings.with(
                        noCloud, Stream.concat(fixed, Stream.of(settings)).toArray(String[]::new))));
        intake.forget();
        return intake;
    }

    /** Of the service, or of a page that it serves. */
    URI address(String path) {
        return URI.create("http://localhost:" + ingest.getEnvironment().getProperty("local.server.port") + path);
    }

    /** What the stream has, in order. */
    List<ShopEvent> published() {
        return PUBLISHED.stream()
                .map(line -> new ShopEventFeed().wireForm().decode(line.bytes()))
                .map(decoded -> (ShopEvent) ((Decoded.Line) decoded).line())
                .toList();
    }

    /** How many requests with events were answered, in whatever way. */
    double requests() {
        return ingest
                .getBean(MeterRegistry.class)
                .get("tillstream.ingest.requests")
                .tag("feed", "events")
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** Makes the stream refuse the next request. */
    void failOnce() {
        FAILURES.set(1);
    }

    void forget() {
        PUBLISHED.clear();
        FAILURES.set(0);
    }

    @Override
    public void close() {
        ingest.close();
    }
}
