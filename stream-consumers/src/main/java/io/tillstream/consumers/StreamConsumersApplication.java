package io.tillstream.consumers;

import io.tillstream.consumers.reprocess.ReprocessCommand;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/**
 * The service that carries lines from the stream into its sinks; with {@code reprocess} as its first argument, that
 * command.
 */
@SpringBootApplication
public class StreamConsumersApplication {

    @SuppressWarnings("MainWithoutParameters")
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("reprocess")) {
            String[] arguments = Arrays.copyOfRange(args, 1, args.length);
            System.exit(new ReprocessCommand().commandLine().execute(arguments));
        }
        builder().run(args);
    }

    /** Its configuration file has its name, because several services may share one class path. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(StreamConsumersApplication.class)
                .properties("spring.config.name=stream-consumers");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
