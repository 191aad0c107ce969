package io.tillstream.consumers.shard;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.deliver.DeadLetters;
import io.tillstream.consumers.deliver.Deliveries;
import io.tillstream.consumers.sink.Ancestries;
import io.tillstream.consumers.sink.SinkType;
import io.tillstream.consumers.sink.Sinks;
import io.tillstream.consumers.watch.ConsumerWatch;
import io.tillstream.model.feed.Feeds;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KclProperties.class)
class KclConfiguration {

    @Bean
    KclClients kclClients(AwsClientBuilderConfigurer aws, KclProperties settings) {
        return new KclClients(
                aws.configure(KinesisAsyncClient.builder())
                        .httpClientBuilder(settings.retrieval().http())
                        .build(),
                aws.configure(DynamoDbAsyncClient.builder())
                        .httpClientBuilder(Retrieval.POLLING.http())
                        .build(),
                aws.configure(CloudWatchAsyncClient.builder())
                        .httpClientBuilder(Retrieval.POLLING.http())
                        .build());
    }

    @Bean
    Ancestries ancestries(KclClients clients, KclProperties settings) {
        return feed -> new KinesisAncestry(clients.kinesis(), settings.streamOf(feed.layout()));
    }

    @Bean
    Applications applications(
            KclProperties settings,
            KclClients clients,
            DeadLetters deadLetters,
            ConsumerWatch watch,
            MeterRegistry registry,
            Clock clock) {
        return new Applications(
                settings, clients, sink -> new Deliveries(sink, deadLetters, registry, clock), watch::of, registry);
    }

    @Bean
    ConsumerApplications consumerApplications(
            Applications applications, List<SinkType> types, Feeds feeds, KclProperties settings) {
        List<ConsumerApplication> all =
                Sinks.of(types, feeds).all().stream().map(applications::of).toList();
        return new ConsumerApplications(all, settings.drainTimeout());
    }
}
