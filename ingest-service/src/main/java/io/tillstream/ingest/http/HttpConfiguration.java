package io.tillstream.ingest.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.ingest.IngestProperties;
import io.tillstream.ingest.RequestLimits;
import jakarta.servlet.Filter;
import java.time.Clock;
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
    FilterRegistrationBean<RequestMeters> requestMeters(MeterRegistry registry) {
        return filter(new RequestMeters(registry), "/transactions", Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FilterRegistrationBean<BodyDrain> bodyDrain(IngestProperties properties, RequestLimits limits, Clock clock) {
        long maxBytes = DRAINED_BODIES * properties.maxBody().toBytes();
        BodyDrain drain = new BodyDrain(maxBytes, limits.maxBodyTime(), clock);
        return filter(drain, "/*", Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Bean
    RecentKeys recentKeys() {
        return new RecentKeys();
    }

    @Bean
    ApiDocument apiDocument(IngestProperties properties) {
        return new ApiDocument(properties.maxRows());
    }

    private static <F extends Filter> FilterRegistrationBean<F> filter(F filter, String path, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(path);
        registration.setOrder(order);
        return registration;
    }
}
