package io.tillstream.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

final class FeedsAutoConfigurationTests {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(FeedsAutoConfiguration.class));

    @Test
    void runsTransactionsUnlessToldOtherwise() {
        service.run(context -> assertThat(names(context)).containsExactly("transactions"));
    }

    @Test
    void runsTheFeedsOfTheSettingInItsOrder() {
        service.withPropertyValues("tillstream.feeds=events, transactions")
                .run(context -> assertThat(names(context)).containsExactly("events", "transactions"));
    }

    @Test
    void doesNotStartWithAFeedThatIsNotInstalled() {
        service.withPropertyValues("tillstream.feeds=transactions,parcels")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("\"parcels\"")
                        .hasMessageContaining("events, transactions"));
    }

    @Test
    void doesNotStartWithAFeedTwice() {
        service.withPropertyValues("tillstream.feeds=events,events")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("Two feeds have one name"));
    }

    @Test
    void doesNotStartWithoutAFeed() {
        service.withPropertyValues("tillstream.feeds=")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("tillstream.feeds must name a feed"));
    }

    private static Iterable<String> names(AssertableApplicationContext context) {
        return context.getBean(Feeds.class).all().stream()
                .map(Feed::name)
                .map(name -> name.value())
                .toList();
    }
}
