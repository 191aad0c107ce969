package io.tillstream.ingest.publish;

import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.common.StreamConfig;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.leases.LeaseRefresher;
import software.amazon.kinesis.leases.exceptions.LeasingException;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.metrics.NullMetricsScope;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.processor.SingleStreamTracker;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

/** A KCL application whose leases are of its own making, hash ranges included, and that notes every row it is given. */
final class KclReader implements AutoCloseable {

    final Set<String> seen = ConcurrentHashMap.newKeySet();

    private final KinesisAsyncClient kinesis;
    private final DynamoDbAsyncClient dynamoDb;
    private final CloudWatchAsyncClient cloudWatch;
    private final Scheduler scheduler;
    private final Thread thread;

    KclReader(URI endpoint, String stream) {
        kinesis = at(
                endpoint,
                KinesisAsyncClient.builder()
                        .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1)));
        dynamoDb = at(endpoint, DynamoDbAsyncClient.builder());
        cloudWatch = at(endpoint, CloudWatchAsyncClient.builder());
        scheduler = scheduler(stream);
        createFirstLeases(scheduler);
        thread = Thread.ofPlatform().name("kcl").daemon().start(scheduler);
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

    private Scheduler scheduler(String stream) {
        ConfigsBuilder configs = new ConfigsBuilder(
                new SingleStreamTracker(
                        stream,
                        InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON)),
                "reader-" + UUID.randomUUID(),
                kinesis,
                dynamoDb,
                cloudWatch,
                "worker",
                Processor::new);
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

    private static <B extends AwsClientBuilder<B, C>, C> C at(URI endpoint, AwsClientBuilder<B, C> builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }

    private final class Processor implements ShardRecordProcessor {

        @Override
        public void initialize(InitializationInput input) {}

        @Override
        public void processRecords(ProcessRecordsInput input) {
            input.records().forEach(record -> seen.add(Lines.text(record)));
        }

        @Override
        public void leaseLost(LeaseLostInput input) {}

        @Override
        public void shardEnded(ShardEndedInput input) {
            try {
                input.checkpointer().checkpoint();
            } catch (InvalidStateException | ShutdownException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void shutdownRequested(ShutdownRequestedInput input) {}
    }
}
