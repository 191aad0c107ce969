package io.tillstream.consumers.reprocess;

import io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration;
import io.awspring.cloud.autoconfigure.s3.S3AutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.rejected.DeadLetterStore;
import io.tillstream.consumers.shard.KclProperties;
import io.tillstream.consumers.sink.Ancestries;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.SinkType;
import io.tillstream.consumers.sink.Sinks;
import io.tillstream.feeds.FeedsAutoConfiguration;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.layout.Names;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.PropertySource;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Every sink and the cloud, configured as the service is. */
final class ReprocessContext implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private ReprocessContext(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings of the service, as on its command line; they come before those of the environment */
    static ReprocessContext open(List<String> settings) {
        return new ReprocessContext(new SpringApplicationBuilder(Beans.class)
                .properties("spring.config.name=stream-consumers", "logging.level.root=ERROR")
                .initializers(
                        context -> context.getEnvironment().getPropertySources().addFirst(new EverySink()))
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(settings.toArray(String[]::new)));
    }

    /** All that there are, of all feeds, by their names: whatever the service has a type of. */
    SortedMap<String, Sink> sinks() {
        SortedMap<String, Sink> sinks = new TreeMap<>();
        Sinks.of(context.getBeansOfType(SinkType.class).values(), feeds())
                .all()
                .forEach(sink -> sinks.put(sink.name(), sink));
        return sinks;
    }

    Feeds feeds() {
        return context.getBean(Feeds.class);
    }

    RawObjects rawObjects(Feed feed) {
        String bucket = context.getEnvironment().getProperty("tillstream.consumers.lake.bucket", Names.LAKE_BUCKET);
        return new RawObjects(context.getBean(S3Client.class), bucket, feed.layout());
    }

    DeadLetterStore letters() {
        return context.getBean(DeadLetterStore.class);
    }

    RowDelivery delivery(Map<String, Sink> sinks, ReprocessRun run) {
        return new RowDelivery(
                sinks, context.getBean(KinesisClient.class), context.getBean(KclProperties.class)::streamOf, run);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Has every sink made, also those that the process's settings keep from reading the stream. */
    private static final class EverySink extends PropertySource<Object> {

        private static final Pattern ENABLED = Pattern.compile("tillstream\\.consumers\\.[a-z0-9-]+\\.enabled");

        EverySink() {
            super("every sink", new Object());
        }

        @Override
        public @Nullable Object getProperty(String name) {
            return ENABLED.matcher(name).matches() ? "true" : null;
        }
    }

    /**
     * The sinks, the dead letters and the cloud's clients, found as the service finds them, without what reads the
     * stream. No {@code @Configuration}, because the service would scan it.
     */
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        ValidationAutoConfiguration.class,
        FeedsAutoConfiguration.class,
        AwsAutoConfiguration.class,
        CredentialsProviderAutoConfiguration.class,
        RegionProviderAutoConfiguration.class,
        S3AutoConfiguration.class,
        DynamoDbAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = "io.tillstream.consumers",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "io\\.tillstream\\.consumers\\.((shard|watch)\\..+|StreamConsumersApplication)"))
    @EnableConfigurationProperties(KclProperties.class)
    static class Beans {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        KinesisClient kinesisClient(AwsClientBuilderConfigurer aws) {
            return aws.configure(KinesisClient.builder()).build();
        }

        /** For the lake, of which no shard is opened here: it gets everything through the stream. */
        @Bean
        Ancestries ancestries() {
            return feed -> shardId -> List.of();
        }
    }
}
