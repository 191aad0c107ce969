package io.tillstream.consumers.reprocess;

import io.tillstream.consumers.rejected.DeadLetterStore;
import io.tillstream.consumers.shard.KclProperties;
import io.tillstream.consumers.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The sinks and the cloud, configured as the service is. */
final class ReprocessContext implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private ReprocessContext(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings of the service, as on its command line; they come before those of the environment */
    static ReprocessContext open(List<String> settings) {
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--tillstream.consumers.invoices.enabled=true");
        arguments.add("--tillstream.consumers.warehouse.enabled=true");
        arguments.add("--logging.level.root=ERROR");
        return new ReprocessContext(new SpringApplicationBuilder(ReprocessBeans.class)
                .properties("spring.config.name=stream-consumers")
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new)));
    }

    Map<String, Sink> sinks() {
        return context.getBeansOfType(Sink.class).values().stream()
                .collect(Collectors.toMap(Sink::name, Function.identity()));
    }

    RawObjects rawObjects() {
        return new RawObjects(
                context.getBean(S3Client.class), context.getBean(RawLake.class).bucket());
    }

    DeadLetterStore letters() {
        return context.getBean(DeadLetterStore.class);
    }

    StreamPublisher publisher(ReprocessRetry retry) {
        return new StreamPublisher(
                context.getBean(KinesisClient.class), context.getBean(KclProperties.class).stream(), retry);
    }

    @Override
    public void close() {
        context.close();
    }
}
