package io.tillstream.ingest.spill;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.ingest.publish.FeedHealth;
import io.tillstream.ingest.publish.FeedPublishers;
import io.tillstream.ingest.publish.PublishProperties;
import io.tillstream.model.feed.Feeds;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts a surge buffer before the stream where one is wanted. */
@Configuration(proxyBeanMethods = false)
class SpillConfiguration {

    private static final String MODE = "tillstream.ingest.spill.mode";

    /** Whether rows can be taken; readiness depends on it. One stream that is out must not take all feeds with it. */
    @Bean
    HealthIndicator intakeHealthIndicator(
            Feeds feeds, @Qualifier("streamHealthIndicator") FeedHealth streams, ObjectProvider<SurgeBuffers> found) {
        SurgeBuffers buffers = found.getIfAvailable();
        return new FeedHealth(
                feeds,
                FeedHealth.Needed.ANY,
                feed -> buffers == null
                        ? streams.of(feed)
                        : new SpillHealthIndicator(streams.of(feed), buffers.of(feed)));
    }

    /** What the surge buffers of all feeds have in common. */
    @Bean
    SpillSettings spillSettings(SpillProperties properties, MeterRegistry registry, Clock clock) {
        return new SpillSettings(properties, registry, clock);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = MODE, havingValue = "disk")
    static class OnDisk {

        @Bean
        @Primary
        SurgeBuffers surgeBuffers(
                Feeds feeds, @Qualifier("streamPublishers") FeedPublishers streams, SpillSettings settings) {
            return new SurgeBuffers(feeds, feed -> settings.onDisk(feed, streams.of(feed)));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = MODE, havingValue = "s3")
    static class OnS3 {

        @Bean
        S3Client spillS3Client(AwsClientBuilderConfigurer aws, SpillProperties properties) {
            return aws.configure(S3Client.builder())
                    .httpClientBuilder(Apache5HttpClient.builder())
                    .forcePathStyle(properties.s3().pathStyle())
                    .overrideConfiguration(override -> override.apiCallTimeout(properties.commitTimeout()))
                    .build();
        }

        @Bean
        SpillObjects spillObjects(S3Client s3, SpillProperties properties) {
            return new S3SpillObjects(s3, properties.s3().bucket());
        }

        @Bean
        @Primary
        SurgeBuffers surgeBuffers(
                Feeds feeds,
                @Qualifier("streamPublishers") FeedPublishers streams,
                SpillObjects objects,
                PublishProperties publish,
                SpillSettings settings) {
            String instance = UUID.randomUUID().toString();
            return new SurgeBuffers(feeds, feed -> {
                SpillKeys keys = new SpillKeys(publish.streamOf(feed), instance);
                return settings.onS3(feed, streams.of(feed), objects, keys);
            });
        }
    }
}
