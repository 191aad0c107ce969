package io.tillstream.ingest.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.ingest.IngestProperties;
import io.tillstream.ingest.RequestLimits;
import io.tillstream.model.feed.Feeds;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Wires what surrounds the controllers: filters and the OpenAPI document. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    /** A body somewhat larger than allowed is taken to its end, so that its sender sees the refusal. */
    private static final int DRAINED_BODIES = 2;

    @Bean
    FilterRegistrationBean<RequestMeters> requestMeters(Feeds feeds, MeterRegistry registry) {
        List<String> paths =
                feeds.all().stream().map(feed -> feed.layout().path()).toList();
        return filter(new RequestMeters(feeds, registry), paths, Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FilterRegistrationBean<BodyDrain> bodyDrain(IngestProperties properties, RequestLimits limits, Clock clock) {
        long maxBytes = DRAINED_BODIES * properties.maxBody().toBytes();
        BodyDrain drain = new BodyDrain(maxBytes, limits.maxBodyTime(), clock);
        return filter(drain, List.of("/*"), Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Bean
    RecentKeys recentKeys() {
        return new RecentKeys();
    }

    @Bean
    ApiDocument apiDocument(Feeds feeds, IngestProperties properties) {
        return new ApiDocument(feeds, properties.maxRows());
    }

    private static <F extends Filter> FilterRegistrationBean<F> filter(F filter, List<String> paths, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setUrlPatterns(paths);
        registration.setOrder(order);
        return registration;
    }
}
