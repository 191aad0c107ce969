package io.tillstream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.model.layout.FeedLayout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShardWatchTests {

    private static final Duration REGULARLY = Duration.ofSeconds(60);
    private static final ShardMap ONE =
            ShardMap.of(ShardMapTests.shards(List.of())).orElseThrow();
    private static final ShardMap TWO =
            ShardMap.of(ShardMapTests.shards(List.of(Long.MIN_VALUE))).orElseThrow();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ShardQueues table = new ShardQueues(Simulation.RULES);
    private Optional<ShardMap> map = Optional.empty();
    private final ShardWatch watch =
            new ShardWatch(() -> map, table, new PublishMeters(FeedLayout.TRANSACTIONS.name(), registry), REGULARLY);

    @Test
    void triesAgainLaterAndLaterUntilItHasAMap() {
        Duration pause = Duration.ofSeconds(1);
        for (long seconds : new long[] {2, 4, 8, 16, 32, 60, 60}) {
            pause = watch.look(pause);
            assertThat(pause).isEqualTo(Duration.ofSeconds(seconds));
        }
        assertThat(table.shards()).isZero();
        map = Optional.of(TWO);
        assertThat(watch.look(pause)).isEqualTo(REGULARLY);
        assertThat(table.shards()).isEqualTo(2);
    }

    @Test
    void keepsTheMapItHasWhenThereIsNoNewer() {
        map = Optional.of(ONE);
        watch.look(REGULARLY);
        List<ShardQueue> queues = table.queues();
        watch.look(REGULARLY);
        map = Optional.empty();
        watch.look(REGULARLY);
        assertThat(table.queues()).isEqualTo(queues);
        assertThat(refreshes("changed")).isEqualTo(1);
        assertThat(refreshes("unchanged")).isEqualTo(1);
        assertThat(refreshes("failed")).isEqualTo(1);
    }

    @Test
    void showsThrottlingOfEveryShardBeforeThereIsAny() {
        map = Optional.of(TWO);
        watch.look(REGULARLY);
        assertThat(registry.find("tillstream.ingest.publish.throttled").counters())
                .hasSize(3)
                .allMatch(shard -> shard.count() == 0);
    }

    private double refreshes(String outcome) {
        return registry.get("tillstream.ingest.publish.refreshes")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
