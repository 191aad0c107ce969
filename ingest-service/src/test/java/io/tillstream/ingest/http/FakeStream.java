package io.tillstream.ingest.http;

import io.tillstream.ingest.publish.FeedPublishers;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Beans for a test to name: the publisher in memory, and a client of a Kinesis that nobody runs. Not to be scanned. */
class FakeStream {

    static final FakePublisher PUBLISHER = new FakePublisher();

    @Bean
    FeedPublishers streamPublishers() {
        return feed -> PUBLISHER;
    }

    @Bean
    KinesisClient kinesisClient() {
        return KinesisClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(URI.create("http://127.0.0.1:1"))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }
}
