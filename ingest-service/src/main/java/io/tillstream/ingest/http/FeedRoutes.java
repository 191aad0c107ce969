package io.tillstream.ingest.http;

import static java.util.Objects.requireNonNull;

import io.tillstream.ingest.RequestLimits;
import io.tillstream.ingest.accept.RequestReader;
import io.tillstream.ingest.publish.FeedPublishers;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.feed.PerFeed;
import java.lang.reflect.Method;
import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Gives each feed a path to which its rows are posted. The paths are known when the service starts, so that each is one
 * of its own in metrics and traces.
 */
@Configuration(proxyBeanMethods = false)
class FeedRoutes {

    private static final Method POST =
            requireNonNull(ReflectionUtils.findMethod(RowsController.class, "post", (Class<?>[]) null));

    /** Makes what takes the rows of a feed. */
    @FunctionalInterface
    interface RowsControllers {
        RowsController of(Feed feed);
    }

    @Bean
    RowsControllers rowsControllers(
            PerFeed<RequestReader> readers,
            FeedPublishers publishers,
            RecentKeys keys,
            RequestLimits limits,
            Clock clock) {
        return feed -> new RowsController(
                feed,
                readers.of(feed),
                publishers.of(feed),
                keys,
                new AnswerSender(new AnswerWriter(feed), limits.maxBodyTime(), clock));
    }

    @Bean
    SmartInitializingSingleton routesOfAllFeeds(
            Feeds feeds,
            RowsControllers controllers,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return () ->
                feeds.all().forEach(feed -> mapping.registerMapping(route(feed, mapping), controllers.of(feed), POST));
    }

    private static RequestMappingInfo route(Feed feed, RequestMappingHandlerMapping mapping) {
        return RequestMappingInfo.paths(feed.layout().path())
                .methods(RequestMethod.POST)
                .consumes(BodyFormats.typesOf(feed).toArray(String[]::new))
                .produces(MediaType.APPLICATION_JSON_VALUE)
                .options(mapping.getBuilderConfiguration())
                .build();
    }
}
