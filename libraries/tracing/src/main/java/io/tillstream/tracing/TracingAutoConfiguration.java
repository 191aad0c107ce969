package io.tillstream.tracing;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** What a service tells of its requests when it has this module on its class path. */
@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration")
class TracingAutoConfiguration {

    @Bean
    ServerRequestObservationConvention requestsWithoutTheirAddress() {
        return new RequestsWithoutTheirAddress();
    }
}
