package io.tillstream.consumers.shard;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.deliver.DeadLetters;
import io.tillstream.consumers.deliver.Deliveries;
import io.tillstream.consumers.sink.Ancestry;
import io.tillstream.consumers.sink.Sink;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KclProperties.class)
class KclConfiguration {

    private static final int CONNECTIONS = 200;

    /** HTTP/1.1, because polling needs no streams and not every endpoint has HTTP/2. */
    @Bean
    KclClients kclClients(AwsClientBuilderConfigurer aws) {
        return new KclClients(
                aws.configure(KinesisAsyncClient.builder())
                        .httpClientBuilder(http())
                        .build(),
                aws.configure(DynamoDbAsyncClient.builder())
                        .httpClientBuilder(http())
                        .build(),
                aws.configure(CloudWatchAsyncClient.builder())
                        .httpClientBuilder(http())
                        .build());
    }

    @Bean
    Ancestry ancestry(KclClients clients, KclProperties settings) {
        return new KinesisAncestry(clients.kinesis(), settings.stream());
    }

    @Bean
    ConsumerApplications consumerApplications(
            KclProperties settings,
            KclClients clients,
            List<Sink> sinks,
            DeadLetters deadLetters,
            MeterRegistry metrics) {
        Applications applications =
                new Applications(settings, clients, (sink, stop) -> new Deliveries(sink, deadLetters, stop, metrics));
        return new ConsumerApplications(sinks.stream().map(applications::of).toList(), settings.drainTimeout());
    }

    private static NettyNioAsyncHttpClient.Builder http() {
        return NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1).maxConcurrency(CONNECTIONS);
    }
}
