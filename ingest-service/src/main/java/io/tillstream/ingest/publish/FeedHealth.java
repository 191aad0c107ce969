package io.tillstream.ingest.publish;

import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.Feeds;
import io.tillstream.model.feed.PerFeed;
import io.tillstream.model.layout.FeedName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** How the feeds are, told one by one where there are several. */
public final class FeedHealth implements HealthIndicator {

    /** How many feeds must be up. */
    public enum Needed {
        ALL,
        ANY
    }

    private final PerFeed<HealthIndicator> byFeed;
    private final Needed needed;

    public FeedHealth(Feeds feeds, Needed needed, Function<Feed, HealthIndicator> indicator) {
        this.needed = needed;
        this.byFeed = new PerFeed<>(feeds, indicator);
    }

    /** How one of them is. */
    public HealthIndicator of(Feed feed) {
        return byFeed.of(feed);
    }

    @Override
    public @Nullable Health health() {
        return byFeed.all().size() == 1 ? byFeed.all().iterator().next().health() : healthOfAll();
    }

    private Health healthOfAll() {
        Map<FeedName, Health> found = new LinkedHashMap<>();
        byFeed.forEach((feed, indicator) -> found.put(feed, known(indicator.health())));
        Stream<Status> statuses = found.values().stream().map(Health::getStatus);
        boolean isUp =
                needed == Needed.ALL ? statuses.allMatch(Status.UP::equals) : statuses.anyMatch(Status.UP::equals);
        Health.Builder health = isUp ? Health.up() : Health.down();
        found.forEach((feed, one) -> health.withDetail(feed.value(), one));
        return health.build();
    }

    private static Health known(@Nullable Health health) {
        return health == null ? Health.unknown().build() : health;
    }
}
