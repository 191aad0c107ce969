package io.tillstream.ingest;

import io.tillstream.access.GuardedApi;
import io.tillstream.access.Scope;
import io.tillstream.access.ScopedPath;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.FeedLayout;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The ingest service: rows over HTTP into the stream. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class IngestApplication {

    /** Starts the service on its own. */
    public static void main(String[] args) {
        builder().run(args);
    }

    /**
     * The service ready to be run, with settings of its own name: services that share a class path must not share an
     * {@code application.yml}.
     */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(IngestApplication.class).properties("spring.config.name=ingest-service");
    }

    /** All rows of a caller who is bound to a store become that store's, and only lines of that store can be voided. */
    @Bean
    GuardedApi guardedApi(Feeds feeds) {
        Stream<ScopedPath> paths = feeds.all().stream()
                .filter(feed -> !feed.layout().scope().equals(Scope.INGEST_WRITE.text()))
                .map(IngestApplication::pathOf);
        return new GuardedApi(
                Scope.INGEST_WRITE,
                List.of("/shop.js", "/schemas/**"),
                List.of("/**"),
                Stream.concat(Stream.of(ScopedPath.of("/invoices/**", Scope.ADMIN)), paths)
                        .toList());
    }

    private static ScopedPath pathOf(Feed feed) {
        FeedLayout layout = feed.layout();
        return new ScopedPath(layout.path(), new Scope(layout.scope()), feed.isSentByPages());
    }
}
