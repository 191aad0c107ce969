package io.tillstream.tracing;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** Traces the requests of a service that has this module on its class path. */
@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration")
class TracingAutoConfiguration {

    @Bean
    ServerRequestObservationConvention requestsWithoutTheirAddress() {
        return new RequestsWithoutTheirAddress();
    }
}
