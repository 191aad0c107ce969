package io.tillstream.consumers.shard;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.deliver.Deliveries;
import io.tillstream.consumers.watch.SinkWatch;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process of one sink, within this one. */
final class Worker implements AutoCloseable {

    static final Duration DRAIN = Duration.ofSeconds(1);

    private static final Duration FAILOVER = Duration.ofMillis(1_500);

    final RecordingSink sink = new RecordingSink();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final ConsumerApplications process;

    private Worker(KclClients clients, KclProperties settings) {
        Clock clock = Clock.systemUTC();
        Applications applications = new Applications(
                settings,
                clients,
                fed -> new Deliveries(fed, (name, shard, dead) -> {}, registry, clock),
                fed -> new SinkWatch(fed, Duration.ofMinutes(5), Duration.ofMinutes(2), clock, registry),
                registry);
        process = new ConsumerApplications(List.of(applications.of(sink)), settings.drainTimeout());
    }

    static Worker start(KclClients clients, LocalStream stream, String name) {
        Worker worker = new Worker(clients, settings(stream.name(), name));
        worker.process.start();
        return worker;
    }

    static String leaseTable(LocalStream stream) {
        return stream.name() + "-leases";
    }

    /** How long it took to stop. */
    Duration stop() {
        long begin = System.nanoTime();
        process.stop();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    double leases(String change) {
        return registry.get("tillstream.consumer.leases")
                .tag("change", change)
                .counter()
                .count();
    }

    double shards() {
        return registry.get("tillstream.consumer.shards").gauge().value();
    }

    @Override
    public void close() {
        if (process.isRunning()) {
            sink.unstick();
            process.stop();
        }
    }

    private static KclProperties settings(String stream, String worker) {
        return new KclProperties(
                stream,
                stream + "-",
                worker,
                Map.of("recording", stream + "-leases"),
                StartPosition.valueOf("trim-horizon"),
                Retrieval.POLLING,
                1_000,
                Duration.ofMillis(100),
                FAILOVER,
                Duration.ofSeconds(1),
                false,
                DRAIN);
    }
}
