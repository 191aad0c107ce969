package io.tillstream.consumers.lake;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.sink.Ancestries;
import io.tillstream.consumers.sink.SinkType;
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
    SinkType lakeSinks(
            S3Client s3, Ancestries ancestries, LakeProperties properties, MeterRegistry registry, Clock clock) {
        LakeSinks sinks = new LakeSinks(s3, ancestries, registry, LakeHolding.of(properties, clock));
        return SinkType.ofEvery(sinks::of);
    }
}
