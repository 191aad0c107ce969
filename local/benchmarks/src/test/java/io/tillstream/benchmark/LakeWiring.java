package io.tillstream.benchmark;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.sink.Ancestries;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The lake's sinks as their service wires them, without the stream before it. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("io.tillstream.consumers.lake")
class LakeWiring {

    @Bean
    Ancestries ancestries() {
        return feed -> shardId -> List.of();
    }

    @Bean
    MeterRegistry metrics() {
        return new SimpleMeterRegistry();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
