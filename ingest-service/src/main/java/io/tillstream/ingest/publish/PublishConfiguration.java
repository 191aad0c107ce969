package io.tillstream.ingest.publish;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.KinesisClientBuilder;

/** Wires the way into the stream. */
@Configuration(proxyBeanMethods = false)
class PublishConfiguration {

    /** Room beside the calls that publish for those that look at the stream. */
    private static final int MAX_CONNECTIONS = PublishProperties.MAX_CALLS + 50;

    @Bean
    KinesisClient kinesisClient(AwsClientBuilderConfigurer aws) {
        return withoutRetries(aws.configure(KinesisClient.builder())).build();
    }

    @Bean
    LinePublisher linePublisher(KinesisClient kinesis, PublishProperties properties, MeterRegistry registry) {
        return publisher(kinesis, properties, registry);
    }

    @Bean
    StreamHealthIndicator streamHealthIndicator(KinesisClient kinesis, PublishProperties properties, Clock clock) {
        return new StreamHealthIndicator(kinesis, properties.stream(), clock);
    }

    /** The publisher retries entry by entry; retries beneath it would repeat what is stored, and hide what is not. */
    static KinesisClientBuilder withoutRetries(KinesisClientBuilder builder) {
        return builder.httpClientBuilder(Apache5HttpClient.builder().maxConnections(MAX_CONNECTIONS))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }

    static KinesisPublisher publisher(KinesisClient kinesis, PublishProperties properties, MeterRegistry registry) {
        KinesisGateway gateway = new KinesisGateway(kinesis, properties.stream(), properties.callTimeout());
        KinesisShards shards = new KinesisShards(kinesis, properties.stream(), properties.callTimeout());
        return new KinesisPublisher(PublishEngine.start(gateway, shards, properties, registry), properties);
    }
}
