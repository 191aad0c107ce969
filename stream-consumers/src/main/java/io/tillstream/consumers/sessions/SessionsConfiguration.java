package io.tillstream.consumers.sessions;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillstream.consumers.lookups.StoreClient;
import io.tillstream.consumers.lookups.StoreMeters;
import io.tillstream.consumers.sink.SinkType;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.sessionstore.DynamoDbSessionStore;
import io.tillstream.sessionstore.SessionTables;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "tillstream.consumers.sessions.enabled", matchIfMissing = true)
@EnableConfigurationProperties(SessionsProperties.class)
class SessionsConfiguration {

    @Bean
    StoreClient sessionsClient(AwsClientBuilderConfigurer aws, SessionsProperties properties) {
        return StoreClient.of(aws, properties.maxConcurrency());
    }

    /** The store is shown only where the feed is there that it is of. */
    @Bean
    SinkType sessionsSink(StoreClient sessionsClient, SessionsProperties properties, MeterRegistry registry) {
        return SinkType.only(new ShopEventFeed().name(), feed -> {
            SessionTables tables = new SessionTables(sessionsClient.dynamoDb(), properties.table());
            DynamoDbSessionStore store = new DynamoDbSessionStore(tables, properties.store());
            StoreMeters.register(SessionsSink.NAME, DynamoDbSessionStore.CALLS, store.activity(), registry);
            return new SessionsSink(feed, store);
        });
    }
}
