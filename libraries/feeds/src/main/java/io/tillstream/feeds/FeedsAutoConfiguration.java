package io.tillstream.feeds;

import io.tillstream.model.feed.Feeds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives a service that has this module on its class path the feeds that it is to run. */
@AutoConfiguration
@EnableConfigurationProperties(FeedsProperties.class)
public class FeedsAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(FeedsAutoConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    Feeds feeds(FeedsProperties properties) {
        Feeds feeds = properties.chosenFrom(Feeds.installed());
        feeds.ownFields().forEach(LOG::info);
        return feeds;
    }
}
