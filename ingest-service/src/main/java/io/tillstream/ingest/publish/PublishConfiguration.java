package io.tillstream.ingest.publish;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
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

    /** Room beside the calls that publish for those that look at the streams. */
    private static final int OTHER_CONNECTIONS = 50;

    @Bean
    KinesisClient kinesisClient(AwsClientBuilderConfigurer aws, Feeds feeds) {
        return withoutRetries(
                        aws.configure(KinesisClient.builder()), feeds.all().size())
                .build();
    }

    @Bean
    FeedPublishers streamPublishers(
            Feeds feeds, KinesisClient kinesis, PublishProperties properties, MeterRegistry registry) {
        return new KinesisPublishers(feeds, feed -> publisher(feed, kinesis, properties, registry));
    }

    @Bean
    FeedHealth streamHealthIndicator(Feeds feeds, KinesisClient kinesis, PublishProperties properties, Clock clock) {
        return new FeedHealth(
                feeds,
                FeedHealth.Needed.ALL,
                feed -> new StreamHealthIndicator(kinesis, properties.streamOf(feed), clock));
    }

    /** The publisher retries entry by entry; retries beneath it would repeat what is stored, and hide what is not. */
    static KinesisClientBuilder withoutRetries(KinesisClientBuilder builder, int publishers) {
        int connections = publishers * PublishProperties.MAX_CALLS + OTHER_CONNECTIONS;
        return builder.httpClientBuilder(Apache5HttpClient.builder().maxConnections(connections))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }

    static KinesisPublisher publisher(
            Feed feed, KinesisClient kinesis, PublishProperties properties, MeterRegistry registry) {
        String stream = properties.streamOf(feed);
        KinesisGateway gateway = new KinesisGateway(kinesis, stream, properties.callTimeout());
        KinesisShards shards = new KinesisShards(kinesis, stream, properties.callTimeout());
        PublishMeters meters = new PublishMeters(feed.name(), registry);
        return new KinesisPublisher(PublishEngine.start(gateway, shards, properties, meters), properties);
    }
}
