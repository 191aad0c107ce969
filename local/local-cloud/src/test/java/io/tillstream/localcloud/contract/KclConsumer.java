package io.tillstream.localcloud.contract;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.common.StreamConfig;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.leases.LeaseRefresher;
import software.amazon.kinesis.leases.exceptions.LeasingException;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.metrics.NullMetricsScope;
import software.amazon.kinesis.processor.SingleStreamTracker;
import software.amazon.kinesis.retrieval.KinesisClientRecord;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

/** A KCL application that reads a stream from its horizon and notes which shards it began and ended. */
public final class KclConsumer implements AutoCloseable {

    /** What happened to a shard, in the order it happened. */
    public record Event(String shard, boolean ended) {}

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final KinesisAsyncClient kinesis;
    private final DynamoDbAsyncClient dynamoDb;
    private final CloudWatchAsyncClient cloudWatch;
    private final Scheduler scheduler;
    private final Thread thread;

    public KclConsumer(URI endpoint, String stream, Consumer<List<KinesisClientRecord>> sink) {
        kinesis = SdkClients.at(
                endpoint,
                KinesisAsyncClient.builder()
                        .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1)));
        dynamoDb = SdkClients.at(endpoint, DynamoDbAsyncClient.builder());
        cloudWatch = SdkClients.at(endpoint, CloudWatchAsyncClient.builder());
        scheduler = scheduler(stream, sink);
        createFirstLeases(scheduler);
        thread = new Thread(scheduler, "kcl");
        thread.setDaemon(true);
        thread.start();
    }

    /** As KCL does it, which waits for up to 30 seconds before, in case another worker is quicker. */
    private static void createFirstLeases(Scheduler scheduler) {
        LeaseRefresher leases = scheduler.leaseRefresher();
        try {
            leases.createLeaseTableIfNotExists();
            leases.waitUntilLeaseTableExists(1, 60);
            for (StreamConfig stream : scheduler.currentStreamConfigMap().values()) {
                scheduler
                        .hierarchicalShardSyncerProvider()
                        .apply(stream)
                        .checkAndCreateLeaseForNewShards(
                                scheduler.shardDetectorProvider().apply(stream),
                                leases,
                                stream.initialPositionInStreamExtended(),
                                new NullMetricsScope(),
                                scheduler.ignoreUnexpetedChildShards(),
                                leases.isLeaseTableEmpty());
            }
        } catch (LeasingException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    @Override
    public void close() {
        scheduler.shutdown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kinesis.close();
        dynamoDb.close();
        cloudWatch.close();
    }

    private Scheduler scheduler(String stream, Consumer<List<KinesisClientRecord>> sink) {
        ConfigsBuilder configs = new ConfigsBuilder(
                new SingleStreamTracker(
                        stream,
                        InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON)),
                "contract-" + UUID.randomUUID(),
                kinesis,
                dynamoDb,
                cloudWatch,
                "worker",
                () -> new KclProcessor(events, sink));
        return new Scheduler(
                configs.checkpointConfig(),
                configs.coordinatorConfig()
                        .parentShardPollIntervalMillis(500)
                        .shardConsumerDispatchPollIntervalMillis(100)
                        .schedulerInitializationBackoffTimeMillis(200),
                configs.leaseManagementConfig().failoverTimeMillis(2_000).shardSyncIntervalMillis(2_000),
                configs.lifecycleConfig(),
                configs.metricsConfig().metricsFactory(new NullMetricsFactory()),
                configs.processorConfig(),
                configs.retrievalConfig()
                        .retrievalSpecificConfig(new PollingConfig(stream, kinesis)
                                .maxRecords(10_000)
                                .idleTimeBetweenReadsInMillis(200)));
    }
}
