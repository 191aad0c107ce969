package io.tillstream.consumers.rejected;

import io.tillstream.consumers.deliver.DeadLetters;
import io.tillstream.consumers.shard.KclProperties;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RejectedProperties.class)
class RejectedConfiguration {

    @Bean
    DeadLetters deadLetters(
            S3Client s3, RejectedProperties properties, KclProperties kcl, JsonMapper json, Clock clock) {
        return new S3DeadLetters(s3, properties, kcl::streamOf, json, clock);
    }

    @Bean
    DeadLetterStore deadLetterStore(S3Client s3, RejectedProperties properties, JsonMapper json, Clock clock) {
        return new DeadLetterStore(s3, properties, json, clock);
    }
}
