package io.tillstream.consumers.watch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WatchdogProperties.class)
class WatchConfiguration {

    @Bean
    ConsumerWatch consumerWatch(WatchdogProperties settings, Clock clock, MeterRegistry registry) {
        return new ConsumerWatch(settings, clock, registry);
    }

    @Bean
    ConsumersHealthIndicator consumersHealthIndicator(ConsumerWatch watch) {
        return new ConsumersHealthIndicator(watch);
    }

    @Bean
    SchedulersHealthIndicator schedulersHealthIndicator(ConsumerWatch watch) {
        return new SchedulersHealthIndicator(watch);
    }
}
