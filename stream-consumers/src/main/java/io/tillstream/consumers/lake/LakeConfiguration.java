package io.tillstream.consumers.lake;

import io.tillstream.consumers.sink.Sink;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.s3.S3Client;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "tillstream.consumers.lake.enabled", matchIfMissing = true)
@EnableConfigurationProperties(LakeProperties.class)
class LakeConfiguration {

    @Bean
    Sink lakeSink(S3Client s3, LakeProperties properties, Clock clock) {
        return new LakeSink(new S3LakeObjects(s3, properties.bucket()), properties, clock);
    }
}
