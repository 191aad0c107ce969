package io.tillstream.consumers.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.sink.Sink;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Watches every sink that this process feeds. */
public final class ConsumerWatch {

    private final WatchdogProperties settings;
    private final InstantSource clock;
    private final MeterRegistry registry;
    private final List<SinkWatch> sinks = new CopyOnWriteArrayList<>();

    ConsumerWatch(WatchdogProperties settings, InstantSource clock, MeterRegistry registry) {
        this.settings = settings;
        this.clock = clock;
        this.registry = registry;
    }

    /** Begins to watch a sink, as one that is starting. */
    public SinkWatch of(Sink sink) {
        Duration stallAfter = settings.stallAfter();
        if (stallAfter.compareTo(sink.holdsFor()) <= 0) {
            throw new IllegalStateException(
                    "tillstream.consumers.watchdog.stall-after is %s, but must be longer than the sink %s may hold lines, %s"
                            .formatted(stallAfter, sink.name(), sink.holdsFor()));
        }
        SinkWatch watch = new SinkWatch(sink, stallAfter, settings.unreadAfter(), clock, registry);
        sinks.add(watch);
        return watch;
    }

    List<SinkWatch> sinks() {
        return List.copyOf(sinks);
    }
}
