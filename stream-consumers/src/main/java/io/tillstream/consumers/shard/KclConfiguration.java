package io.tillstream.consumers.shard;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.deliver.DeadLetters;
import io.tillstream.consumers.deliver.Deliveries;
import io.tillstream.consumers.sink.Ancestry;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.watch.ConsumerWatch;
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
    Ancestry ancestry(KclClients clients, KclProperties settings) {
        return new KinesisAncestry(clients.kinesis(), settings.stream());
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
    ConsumerApplications consumerApplications(Applications applications, List<Sink> sinks, KclProperties settings) {
        return new ConsumerApplications(sinks.stream().map(applications::of).toList(), settings.drainTimeout());
    }
}
