package io.tillstream.consumers.shard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.deliver.Deliveries;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.watch.SinkWatch;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.StreamIdentifier;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.processor.SingleStreamTracker;

/** Makes the KCL application of a sink. */
final class Applications {

    private final KclProperties settings;
    private final KclClients clients;
    private final Function<Sink, Deliveries> deliveries;
    private final Function<Sink, SinkWatch> watches;
    private final MeterRegistry registry;

    Applications(
            KclProperties settings,
            KclClients clients,
            Function<Sink, Deliveries> deliveries,
            Function<Sink, SinkWatch> watches,
            MeterRegistry registry) {
        this.settings = settings;
        this.clients = clients;
        this.deliveries = deliveries;
        this.watches = watches;
        this.registry = registry;
    }

    ConsumerApplication of(Sink sink) {
        WorkerLeases leases = new WorkerLeases();
        SinkWatch watch = watches.apply(sink);
        LiveShards shards = new LiveShards(deliveries.apply(sink), leases, watch, checkpointFailures(sink));
        String stream = settings.streamOf(sink.feed().layout());
        Scheduler scheduler = scheduler(new KclConfigs(settings, stream, configs(sink, stream, shards)));
        leases.setCoordinator(scheduler.leaseCoordinator());
        return new ConsumerApplication(scheduler, shards, leases, watch);
    }

    private ConfigsBuilder configs(Sink sink, String stream, LiveShards shards) {
        String application = settings.applicationPrefix() + sink.name();
        return new ConfigsBuilder(
                        new SingleStreamTracker(
                                StreamIdentifier.singleStreamInstance(stream),
                                settings.startPosition().position()),
                        application,
                        clients.kinesis(),
                        clients.dynamoDb(),
                        clients.cloudWatch(),
                        settings.workerId().isEmpty() ? UUID.randomUUID().toString() : settings.workerId(),
                        () -> new ShardProcessor(shards, sink.feed().wireForm()))
                .tableName(settings.leaseTables().getOrDefault(sink.name(), application));
    }

    private Counter checkpointFailures(Sink sink) {
        return Counter.builder("tillstream.consumer.checkpoint.failures")
                .description("Checkpoints that could not be written and are written again later")
                .tag("feed", sink.feed().name().value())
                .tag("sink", sink.name())
                .register(registry);
    }

    private static Scheduler scheduler(KclConfigs configs) {
        return new Scheduler(
                configs.checkpoint(),
                configs.coordinator(),
                configs.leaseManagement(),
                configs.lifecycle(),
                configs.metrics(),
                configs.processor(),
                configs.retrieval());
    }
}
