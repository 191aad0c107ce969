package io.tillstream.consumers.reprocess;

import io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration;
import io.awspring.cloud.autoconfigure.s3.S3AutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.shard.KclProperties;
import java.time.Clock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * The sinks, the dead letters and the cloud's clients as the service has them, without what reads the stream. No
 * {@code @Configuration}, because the service would scan it.
 */
@ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    AwsAutoConfiguration.class,
    CredentialsProviderAutoConfiguration.class,
    RegionProviderAutoConfiguration.class,
    S3AutoConfiguration.class,
    DynamoDbAutoConfiguration.class
})
@ComponentScan({
    "io.tillstream.consumers.invoices",
    "io.tillstream.consumers.warehouse",
    "io.tillstream.consumers.rejected"
})
@EnableConfigurationProperties({KclProperties.class, RawLake.class})
class ReprocessBeans {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    KinesisClient kinesisClient(AwsClientBuilderConfigurer aws) {
        return aws.configure(KinesisClient.builder()).build();
    }
}
