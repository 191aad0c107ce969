package io.tillstream.ingest.accept;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.ingest.IngestProperties;
import io.tillstream.ingest.RequestLimits;
import io.tillstream.ingest.rules.LineRules;
import io.tillstream.model.row.RowSettings;
import io.tillstream.model.row.RowValidator;
import io.tillstream.model.row.TransactionValidator;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what turns a body into lines. */
@Configuration(proxyBeanMethods = false)
class AcceptConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    RequestReader rowIntake(
            IngestProperties properties,
            RequestLimits limits,
            RowLimits rows,
            LineRules rules,
            MeterRegistry registry,
            Clock clock) {
        InFlightBytes inFlight = new InFlightBytes(properties.maxInFlight().toBytes());
        Gauge.builder("tillstream.ingest.in.flight", inFlight, InFlightBytes::held)
                .description("Bytes of rows that wait for the stream or for their answer")
                .baseUnit("bytes")
                .strongReference(true)
                .register(registry);
        RowMeters rowMeters = new RowMeters(registry);
        BodyReader bodies = new BodyReader(properties.maxBody().toBytes(), limits, rowMeters, clock);
        RowValidator validator = new TransactionValidator(RowSettings.of(rows.bounds()));
        Supplier<Batch> batches = () -> new Batch(inFlight.open(), properties.maxRows());
        return new RequestReader(validator, bodies, batches, rules, rowMeters, clock);
    }
}
