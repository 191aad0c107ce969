package io.tillstream.consumers.lake;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.sink.Ancestry;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.model.layout.FeedLayout;
import java.time.Clock;
import java.util.function.Function;
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
    Sink lakeSink(S3Client s3, Ancestry ancestry, LakeProperties properties, MeterRegistry registry, Clock clock) {
        return new LakeSink(
                new S3LakeObjects(s3, FeedLayout.TRANSACTIONS, properties, new LakeMeters(registry)),
                memories(new S3LakeIndex(s3, properties.bucket(), LakeSink.NAME), ancestry, properties),
                properties,
                clock);
    }

    private static Function<String, LineMemory> memories(LakeIndex index, Ancestry ancestry, LakeProperties limits) {
        if (!limits.remembers()) {
            return shardId -> LineMemory.NONE;
        }
        IndexHistory history = new IndexHistory(index, ancestry, limits);
        return shardId -> new ShardMemory(shardId, index, history, limits);
    }
}
