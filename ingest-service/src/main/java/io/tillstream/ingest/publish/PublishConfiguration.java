package io.tillstream.ingest.publish;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.ingest.IngestProperties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Wires the way into the stream. */
@Configuration(proxyBeanMethods = false)
class PublishConfiguration {

    private static final int MAX_CONNECTIONS = 256;

    @Bean
    KinesisClient kinesisClient(AwsClientBuilderConfigurer aws) {
        return aws.configure(KinesisClient.builder())
                .httpClientBuilder(Apache5HttpClient.builder().maxConnections(MAX_CONNECTIONS))
                // The publisher retries entry by entry and keeps the deadline; retries beneath it would break both.
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    @Bean
    LinePublisher linePublisher(KinesisClient kinesis, IngestProperties properties, MeterRegistry meters) {
        KinesisGateway gateway = new KinesisGateway(kinesis, properties.stream(), properties.callTimeout());
        return new KinesisPublisher(gateway, Timing.system(), properties, meters);
    }

    @Bean
    StreamHealthIndicator streamHealthIndicator(KinesisClient kinesis, IngestProperties properties, Clock clock) {
        return new StreamHealthIndicator(kinesis, properties.stream(), clock);
    }
}
