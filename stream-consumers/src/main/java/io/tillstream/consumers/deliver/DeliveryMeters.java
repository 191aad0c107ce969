package io.tillstream.consumers.deliver;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.tillstream.consumers.sink.Sink;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** What the deliveries of one sink have done. */
final class DeliveryMeters {

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final MeterRegistry registry;
    private final Tags tags;
    private final InstantSource clock;
    private final Counter taken;
    private final Counter failures;
    private final Counter storedLines;
    private final Counter storedBytes;
    private final Timer latency;

    DeliveryMeters(Sink sink, MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.tags = Tags.of("feed", sink.feed().name().value(), "sink", sink.name());
        this.clock = clock;
        this.taken = counter("lines", "Lines taken in, redeliveries included");
        this.failures = counter("failures", "Attempts to store that failed and were repeated");
        this.storedLines = counter("stored.lines", "Lines that became durable, as dead letters if refused");
        this.storedBytes = counter("stored.bytes", "Bytes of those lines in the stream");
        this.latency = Timer.builder("tillstream.consumer.effect.latency")
                .description("From a line's arrival in Kinesis until it is durable")
                .tags(tags)
                .publishPercentileHistogram()
                .minimumExpectedValue(SHORTEST)
                .maximumExpectedValue(LONGEST)
                .register(registry);
        for (DeadRecord.Stage stage : DeadRecord.Stage.values()) {
            poison(stage);
        }
    }

    Counter failures() {
        return failures;
    }

    void took(int lines) {
        taken.increment(lines);
    }

    void stored(UnstoredLines.Entry entry) {
        storedLines.increment(entry.lines());
        storedBytes.increment((double) entry.bytes());
        Duration took = Duration.ofMillis(Math.max(0, clock.millis() - entry.arrivalMillis()));
        for (int i = 0; i < entry.lines(); i++) {
            latency.record(took);
        }
    }

    void deadLettered(DeadRecord.Stage stage) {
        poison(stage).increment();
    }

    private Counter poison(DeadRecord.Stage stage) {
        return Counter.builder("tillstream.consumer.poison")
                .description("Records dead-lettered")
                .tags(tags)
                .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder("tillstream.consumer." + name)
                .description(description)
                .tags(tags)
                .register(registry);
    }
}
