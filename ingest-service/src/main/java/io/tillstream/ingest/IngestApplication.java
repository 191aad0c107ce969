package io.tillstream.ingest;

import io.tillstream.access.GuardedApi;
import io.tillstream.access.Scope;
import io.tillstream.access.ScopedPath;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
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
                .map(Feed::layout)
                .filter(layout -> !layout.scope().equals(Scope.INGEST_WRITE.text()))
                .map(layout -> ScopedPath.forPublicKeys(layout.path(), new Scope(layout.scope())));
        return new GuardedApi(
                Scope.INGEST_WRITE,
                List.of(),
                List.of("/**"),
                Stream.concat(Stream.of(ScopedPath.of("/invoices/**", Scope.ADMIN)), paths)
                        .toList());
    }
}
