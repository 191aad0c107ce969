package io.tillstream.consumers.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tillstream.consumers.decode.DecodedRecord;
import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.SampleBatches;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.TransactionFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What those who watch a shard are told. */
class ShardDeliveryTests {

    private Instant now = SampleBatches.ARRIVAL;
    private @Nullable Position durable;
    private Runnable whileStoring = () -> {};
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final InstantSource clock = () -> now;
    private final ShardDelivery delivery = new Deliveries(new SteeredSink(), (sink, shard, dead) -> {}, registry, clock)
            .open("shard", new ShardLease(() -> true));

    @Test
    void countsWhatIsDurableAndHowLongItTook() throws Exception {
        deliver(1, 3);
        assertThat(counter("lines")).isEqualTo(3);
        assertThat(counter("stored.lines")).isZero();
        now = now.plusSeconds(4);
        durable = at(3);
        tick(0);
        assertThat(counter("stored.lines")).isEqualTo(3);
        assertThat(counter("stored.bytes")).isEqualTo(3 * SampleBatches.line(1).wire().length);
        var latency = registry.get("tillstream.consumer.effect.latency").timer();
        assertThat(latency.count()).isEqualTo(3);
        assertThat(latency.mean(TimeUnit.SECONDS)).isEqualTo(4);
    }

    @Test
    void tellsDeadLettersApartByTheStageTheyFailedIn() throws Exception {
        var poison = new DecodedRecord.Undecodable(at(1), SampleBatches.ARRIVAL, new byte[0], "no line");
        delivery.deliver(List.of(poison), 0);
        assertThat(poison("decode")).isEqualTo(1);
        assertThat(poison("store")).isZero();
    }

    @Test
    void makesNoHeadwayWhileRecordsAreOnlyHeld() throws Exception {
        now = now.plusSeconds(1);
        tick(0);
        Instant before = now;
        now = now.plusSeconds(1);
        deliver(1, 2);
        now = now.plusSeconds(1);
        tick(0);
        assertThat(progress().headway()).isEqualTo(before);
        durable = at(1);
        tick(0);
        assertThat(progress().headway()).isEqualTo(now);
    }

    @Test
    void makesHeadwayWhileReadingComesCloserToTheTip() throws Exception {
        tick(60_000);
        Instant before = progress().headway();
        now = now.plusSeconds(1);
        tick(60_000);
        assertThat(progress().headway()).isEqualTo(before);
        tick(59_000);
        assertThat(progress().headway()).isEqualTo(now);
        assertThat(progress().behind()).isEqualTo(Duration.ofSeconds(59));
    }

    @Test
    void fallsBehindWhileADeliveryKeepsReadingWaiting() throws Exception {
        whileStoring = () -> {
            now = now.plusSeconds(7);
            assertThat(progress().behind()).isEqualTo(Duration.ofSeconds(9));
        };
        tick(2_000);
        assertThat(progress().behind()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void fallsBehindWhileNoReadIsAnswered() throws Exception {
        tick(0);
        now = now.plusSeconds(90);
        assertThat(progress().behind()).isEqualTo(Duration.ofSeconds(90));
        assertThat(progress().readAge()).isEqualTo(Duration.ofSeconds(90));
        whileStoring = () -> {
            now = now.plusSeconds(7);
            assertThat(progress().readAge()).isZero();
        };
        tick(0);
        assertThat(progress().behind()).isZero();
        assertThat(progress().readAge()).isZero();
    }

    @Test
    void aCheckpointAgesWhileItDoesNotCoverAllThatWasTaken() throws Exception {
        now = now.plusSeconds(9);
        assertThat(progress().checkpointAge()).isZero();
        deliver(1, 2);
        now = now.plusSeconds(5);
        deliver(3, 4);
        assertThat(progress().checkpointAge()).isEqualTo(Duration.ofSeconds(5));
        progress().checkpointed(at(2));
        now = now.plusSeconds(1);
        assertThat(progress().checkpointAge()).isEqualTo(Duration.ofSeconds(1));
        progress().checkpointed(at(4));
        assertThat(progress().checkpointAge()).isZero();
    }

    private ShardProgress progress() {
        return delivery.progress();
    }

    private void deliver(long first, long last) throws DeliveryStoppedException {
        delivery.deliver(
                LongStream.rangeClosed(first, last)
                        .<DecodedRecord>mapToObj(sequence -> new DecodedRecord.Line(SampleBatches.line(sequence)))
                        .toList(),
                0);
    }

    private void tick(long millisBehind) throws DeliveryStoppedException {
        delivery.deliver(List.of(), millisBehind);
    }

    private double counter(String name) {
        return registry.get("tillstream.consumer." + name).counter().count();
    }

    private double poison(String stage) {
        return registry.get("tillstream.consumer.poison")
                .tag("stage", stage)
                .counter()
                .count();
    }

    private static Position at(long sequence) {
        return Position.of(Long.toString(sequence), 0);
    }

    private final class SteeredSink implements Sink, ShardSink {
        @Override
        public Feed feed() {
            return new TransactionFeed();
        }

        @Override
        public String name() {
            return "test";
        }

        @Override
        public ShardSink open(String shardId, Refusals refusals) {
            return this;
        }

        @Override
        public void take(StreamBatch batch) {}

        @Override
        public Optional<Position> store(Flush flush) {
            whileStoring.run();
            Optional<Position> moved = Optional.ofNullable(durable);
            durable = null;
            return moved;
        }
    }
}
