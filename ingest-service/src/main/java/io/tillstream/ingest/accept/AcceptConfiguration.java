package io.tillstream.ingest.accept;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.ingest.IngestProperties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the way from a body to lines. */
@Configuration(proxyBeanMethods = false)
class AcceptConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    RowIntake rowIntake(IngestProperties properties, MeterRegistry meters, Clock clock) {
        InFlightBytes inFlight = new InFlightBytes(properties.maxInFlight().toBytes());
        Gauge.builder("tillstream.ingest.in.flight", inFlight, InFlightBytes::held)
                .description("Bytes of rows that wait for the stream")
                .baseUnit("bytes")
                .strongReference(true)
                .register(meters);
        return new RowIntake(properties, inFlight, new RowMeters(meters), clock);
    }
}
