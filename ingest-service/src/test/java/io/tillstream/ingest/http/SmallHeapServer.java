package io.tillstream.ingest.http;

import io.tillstream.ingest.IngestApplication;
import io.tillstream.ingest.publish.FeedPublishers;
import io.tillstream.ingest.publish.PublishResult;
import java.io.IOException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The service in a JVM of its own, before a stream that takes everything; it ends with its standard input. Not to be scanned. */
class SmallHeapServer {

    static final String READY = "ready on port ";

    public static void main(String[] args) throws IOException {
        try (ConfigurableApplicationContext context = IngestApplication.builder()
                .sources(SmallHeapServer.class)
                .run(
                        "--server.port=0",
                        "--tillstream.access.mode=open",
                        "--spring.main.allow-bean-definition-overriding=true",
                        // The test makes clients wait for each other.
                        "--server.tomcat.connection-timeout=5m",
                        "--tillstream.ingest.min-body-rate=0B",
                        "--tillstream.ingest.max-body-time=5m")) {
            System.out.println(READY + context.getEnvironment().getProperty("local.server.port"));
            System.in.transferTo(System.out);
        }
    }

    @Bean
    FeedPublishers streamPublishers() {
        return feed -> lines -> new PublishResult.Stored();
    }

    @Bean
    KinesisClient kinesisClient() {
        return new FakeStream().kinesisClient();
    }
}
