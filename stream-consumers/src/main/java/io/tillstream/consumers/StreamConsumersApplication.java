package io.tillstream.consumers;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** The service that carries lines from the stream into its sinks. */
@SpringBootApplication
public class StreamConsumersApplication {

    @SuppressWarnings("MainWithoutParameters")
    public static void main(String[] args) {
        builder().run(args);
    }

    /** Its configuration file bears its name, because several services may share one class path. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(StreamConsumersApplication.class)
                .properties("spring.config.name=stream-consumers");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
