package io.tillstream.consumers.shard;

import software.amazon.kinesis.checkpoint.CheckpointConfig;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.coordinator.CoordinatorConfig;
import software.amazon.kinesis.leases.LeaseManagementConfig;
import software.amazon.kinesis.lifecycle.LifecycleConfig;
import software.amazon.kinesis.metrics.MetricsConfig;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.processor.ProcessorConfig;
import software.amazon.kinesis.retrieval.RetrievalConfig;

/** KCL's configuration, where it differs from KCL's defaults. */
final class KclConfigs {

    private static final long DISPATCH_MILLIS = 100;
    private static final long PARENT_POLL_MILLIS = 500;
    private static final long INITIALIZATION_BACKOFF_MILLIS = 200;

    private final KclProperties settings;
    private final String stream;
    private final ConfigsBuilder configs;

    KclConfigs(KclProperties settings, String stream, ConfigsBuilder configs) {
        this.settings = settings;
        this.stream = stream;
        this.configs = configs;
    }

    CheckpointConfig checkpoint() {
        return configs.checkpointConfig();
    }

    /** KCL gives up for good after twenty failed attempts to start; an outage may last longer. */
    CoordinatorConfig coordinator() {
        return configs.coordinatorConfig()
                .maxInitializationAttempts(Integer.MAX_VALUE)
                .skipShardSyncAtWorkerInitializationIfLeasesExist(true)
                .shardConsumerDispatchPollIntervalMillis(DISPATCH_MILLIS)
                .parentShardPollIntervalMillis(PARENT_POLL_MILLIS)
                .schedulerInitializationBackoffTimeMillis(INITIALIZATION_BACKOFF_MILLIS);
    }

    LeaseManagementConfig leaseManagement() {
        return configs.leaseManagementConfig()
                .failoverTimeMillis(settings.failoverTime().toMillis())
                .shardSyncIntervalMillis(settings.shardSyncInterval().toMillis());
    }

    LifecycleConfig lifecycle() {
        return configs.lifecycleConfig();
    }

    MetricsConfig metrics() {
        MetricsConfig metrics = configs.metricsConfig();
        return settings.cloudwatchMetrics() ? metrics : metrics.metricsFactory(new NullMetricsFactory());
    }

    /** Empty reads are passed on as well: they are the clock by which a sink stores what has become old. */
    ProcessorConfig processor() {
        return configs.processorConfig().callProcessRecordsEvenForEmptyRecordList(true);
    }

    RetrievalConfig retrieval() {
        return configs.retrievalConfig()
                .retrievalSpecificConfig(settings.retrieval()
                        .config(settings, stream, configs.kinesisClient(), configs.applicationName()));
    }
}
