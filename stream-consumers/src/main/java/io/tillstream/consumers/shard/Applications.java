package io.tillstream.consumers.shard;

import io.tillstream.consumers.deliver.Deliveries;
import io.tillstream.consumers.deliver.StopSignal;
import io.tillstream.consumers.sink.Sink;
import java.util.UUID;
import java.util.function.BiFunction;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.common.StreamIdentifier;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.processor.SingleStreamTracker;

/** Makes the KCL application of a sink. */
final class Applications {

    private final KclProperties settings;
    private final KclClients clients;
    private final BiFunction<Sink, StopSignal, Deliveries> deliveries;

    Applications(KclProperties settings, KclClients clients, BiFunction<Sink, StopSignal, Deliveries> deliveries) {
        this.settings = settings;
        this.clients = clients;
        this.deliveries = deliveries;
    }

    ConsumerApplication of(Sink sink) {
        StopSignal stop = new StopSignal();
        Deliveries open = deliveries.apply(sink, stop);
        ConfigsBuilder configs = new ConfigsBuilder(
                fromTheBeginning(),
                settings.applicationPrefix() + sink.name(),
                clients.kinesis(),
                clients.dynamoDb(),
                clients.cloudWatch(),
                settings.workerId().isEmpty() ? UUID.randomUUID().toString() : settings.workerId(),
                () -> new ShardProcessor(open));
        return new ConsumerApplication(scheduler(new KclConfigs(settings, configs)), stop);
    }

    private SingleStreamTracker fromTheBeginning() {
        return new SingleStreamTracker(
                StreamIdentifier.singleStreamInstance(settings.stream()),
                InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON));
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
