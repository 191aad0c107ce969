package io.tillstream.consumers.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.deliver.Deliveries;
import io.tillstream.consumers.deliver.ShardDelivery;
import io.tillstream.consumers.deliver.ShardLease;
import io.tillstream.consumers.deliver.ShardProgress;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.model.feed.TransactionFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SinkWatchTests {

    private static final String SHARD = "shardId-000000000007";
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration STALL = Duration.ofMinutes(5);
    private static final Duration UNREAD = Duration.ofMinutes(2);

    private Instant now = START;
    private final InstantSource clock = () -> now;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Sink sink = mock(Sink.class);
    private final ConsumerWatch consumers = new ConsumerWatch(new WatchdogProperties(STALL, UNREAD), clock, registry);
    private SinkWatch watch;
    private ShardDelivery delivery;

    @BeforeEach
    void begin() {
        ShardSink shard = mock(ShardSink.class);
        when(shard.store(any())).thenReturn(Optional.empty());
        when(sink.feed()).thenReturn(new TransactionFeed());
        when(sink.name()).thenReturn("lake");
        when(sink.holdsFor()).thenReturn(Duration.ofMinutes(1));
        when(sink.open(any(), any())).thenReturn(shard);
        watch = consumers.of(sink);
        delivery =
                new Deliveries(sink, (name, id, dead) -> {}, registry, clock).open(SHARD, new ShardLease(() -> true));
    }

    @Test
    void isNotReadyUntilLeasesAreTakenAndNotAliveOnceItsSchedulerHasDied() {
        assertThat(readiness().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(readiness().getDetails()).containsEntry("lake", "starting");
        watch.running();
        assertThat(readiness().getStatus()).isEqualTo(Status.UP);
        assertThat(liveness().getStatus()).isEqualTo(Status.UP);
        watch.died();
        assertThat(readiness().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(liveness().getStatus()).isEqualTo(Status.DOWN);
        assertThat(liveness().getDetails()).containsEntry("lake", "dead");
    }

    @Test
    void tellsOfAStallOnceAndOfItsEnd(CapturedOutput output) throws Exception {
        running();
        delivery.deliver(List.of(), 60_000);
        now = now.plus(STALL).plusSeconds(1);
        delivery.deliver(List.of(), 60_000);
        watch.look();
        watch.look();
        assertThat(readiness().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(readiness().getDetails()).containsEntry("lake/" + SHARD, "no progress since " + START);
        assertThat(liveness().getStatus()).isEqualTo(Status.UP);
        assertThat(gauge("stalled")).isEqualTo(1);
        delivery.deliver(List.of(), 0);
        watch.look();
        watch.look();
        assertThat(readiness().getStatus()).isEqualTo(Status.UP);
        assertThat(gauge("stalled")).isZero();
        assertThat(output)
                .containsOnlyOnce("is stalled on " + SHARD + ": no progress since")
                .containsOnlyOnce("makes progress on " + SHARD);
    }

    @Test
    void aStreamThatAnswersNoReadIsAStallOfItsOwn(CapturedOutput output) throws Exception {
        running();
        delivery.deliver(List.of(), 0);
        now = now.plus(UNREAD).minusSeconds(1);
        watch.look();
        assertThat(readiness().getStatus()).isEqualTo(Status.UP);
        now = now.plus(STALL);
        watch.look();
        watch.look();
        assertThat(readiness().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(readiness().getDetails()).containsEntry("lake/" + SHARD, "no answer to a read since " + START);
        assertThat(gauge("stalled")).isEqualTo(1);
        assertThat(gauge("behind")).isEqualTo(419);
        assertThat(gauge("read.age")).isEqualTo(419);
        delivery.deliver(List.of(), 0);
        watch.look();
        assertThat(readiness().getStatus()).isEqualTo(Status.UP);
        assertThat(output).containsOnlyOnce("is stalled on " + SHARD).containsOnlyOnce("makes progress on " + SHARD);
    }

    @Test
    void anIdleShardIsNoStall() throws Exception {
        running();
        now = now.plus(STALL);
        delivery.deliver(List.of(), 0);
        watch.look();
        assertThat(readiness().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aShardsGaugesGoWithItsLeaseAndComeBackWithIt() throws Exception {
        running();
        delivery.deliver(List.of(), 7_000);
        watch.look();
        assertThat(gauge("behind")).isEqualTo(7);
        assertThat(registry.get("tillstream.consumer.behind.max").gauge().value())
                .isEqualTo(7);
        watch.gone(SHARD, delivery.progress(), LeaseChange.LOST);
        watch.look();
        assertThat(registry.find("tillstream.consumer.behind")
                        .tag("shard", SHARD)
                        .gauge())
                .isNull();
        ShardProgress again = new Deliveries(sink, (name, id, dead) -> {}, registry, clock)
                .open(SHARD, new ShardLease(() -> true))
                .progress();
        watch.gained(SHARD, again);
        watch.gone(SHARD, delivery.progress(), LeaseChange.LOST);
        watch.look();
        assertThat(gauge("behind")).isZero();
    }

    @Test
    void refusesToStartWhereWaitingAsLongAsASinkMayWouldBeAStall() {
        when(sink.holdsFor()).thenReturn(STALL);
        assertThatThrownBy(() -> consumers.of(sink)).hasMessageContaining("tillstream.consumers.watchdog.stall-after");
    }

    private void running() {
        watch.running();
        watch.gained(SHARD, delivery.progress());
    }

    private double gauge(String name) {
        return registry.get("tillstream.consumer." + name)
                .tag("sink", "lake")
                .tag("shard", SHARD)
                .gauge()
                .value();
    }

    private Health readiness() {
        return new ConsumersHealthIndicator(consumers).health();
    }

    private Health liveness() {
        return new SchedulersHealthIndicator(consumers).health();
    }
}
