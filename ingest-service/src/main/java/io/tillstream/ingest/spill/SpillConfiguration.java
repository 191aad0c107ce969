package io.tillstream.ingest.spill;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.ingest.publish.LinePublisher;
import io.tillstream.ingest.publish.PublishProperties;
import java.time.Clock;
import java.util.List;
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

    /** Whether rows can be taken; readiness depends on it. */
    @Bean
    HealthIndicator intakeHealthIndicator(
            @Qualifier("streamHealthIndicator") HealthIndicator stream, ObjectProvider<SurgeBuffer> found) {
        SurgeBuffer buffer = found.getIfAvailable();
        return buffer == null ? stream : new SpillHealthIndicator(stream, buffer);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = MODE, havingValue = "disk")
    static class OnDisk {

        private static final long SEGMENT_BYTES = 8L << 20;

        @Bean
        Journal spillJournal(SpillProperties properties, SurgeBuffer.Means means) {
            SpillProperties.Disk disk = properties.disk();
            DiskSegments.Limits limits = new DiskSegments.Limits(
                    properties.maxSize().toBytes(), disk.minFree().toBytes(), SEGMENT_BYTES);
            return DiskSegments.openJournal(disk.folder(), limits, means.meters());
        }

        @Bean
        @Primary
        SurgeBuffer surgeBuffer(
                @Qualifier("linePublisher") LinePublisher stream, Journal journal, SurgeBuffer.Means means) {
            return new SurgeBuffer(stream, journal, List.of(), means);
        }

        @Bean
        SurgeBuffer.Means spillMeans(SpillProperties properties, MeterRegistry registry, Clock clock) {
            return means(properties, registry, clock);
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
        SpillKeys spillKeys(PublishProperties publish) {
            return new SpillKeys(publish.stream(), UUID.randomUUID().toString());
        }

        @Bean
        Journal spillJournal(
                SpillObjects objects, SpillKeys keys, SpillProperties properties, SurgeBuffer.Means means) {
            return ObjectSegments.newJournal(objects, keys, properties.maxSize().toBytes(), means.meters());
        }

        @Bean
        Adoption spillAdoption(
                SpillObjects objects,
                SpillKeys keys,
                Journal journal,
                SpillProperties properties,
                SurgeBuffer.Means means) {
            InstanceWatch watch = new InstanceWatch(properties.s3().lease(), System::nanoTime);
            return new Adoption(objects, keys, journal, watch, means.meters());
        }

        @Bean
        @Primary
        SurgeBuffer surgeBuffer(
                @Qualifier("linePublisher") LinePublisher stream,
                Journal journal,
                Adoption adoption,
                SurgeBuffer.Means means) {
            return new SurgeBuffer(stream, journal, List.of(adoption), means);
        }

        @Bean(initMethod = "start")
        Heartbeat spillHeartbeat(Adoption adoption, SpillProperties properties, SurgeBuffer buffer) {
            return new Heartbeat(adoption, properties.s3().lease(), buffer);
        }

        @Bean
        SurgeBuffer.Means spillMeans(SpillProperties properties, MeterRegistry registry, Clock clock) {
            return means(properties, registry, clock);
        }
    }

    private static SurgeBuffer.Means means(SpillProperties properties, MeterRegistry registry, Clock clock) {
        return new SurgeBuffer.Means(
                properties.commitTimeout(), properties.probeEvery(), new SpillMeters(registry), clock);
    }
}
