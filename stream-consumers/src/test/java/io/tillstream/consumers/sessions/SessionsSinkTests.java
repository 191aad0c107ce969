package io.tillstream.consumers.sessions;

import static io.tillstream.consumers.sink.SampleBatches.NOTHING_REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.SampleBatches;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.EventType;
import io.tillstream.model.SampleEvents;
import io.tillstream.model.SessionId;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.codec.EventColumns;
import io.tillstream.model.feed.ShopEventFeed;
import io.tillstream.sessionstore.EventSelection;
import io.tillstream.sessionstore.FoundSession;
import io.tillstream.sessionstore.InMemorySessionStore;
import io.tillstream.sessionstore.RefusedEvent;
import io.tillstream.sessionstore.SessionWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionsSinkTests {

    private final InMemorySessionStore store = new InMemorySessionStore();
    private boolean out;
    private final SessionWriter writer = (events, replaced) -> {
        if (out) {
            throw new IllegalStateException("DynamoDB is out");
        }
        return store.add(events, replaced);
    };
    private final ShardSink shard = open(writer, NOTHING_REFUSED);

    @Test
    void storesEachBatchAtOnceAndSaysSo() {
        shard.take(batch(1, event("a", "1"), event("a", "2"), event("b", "3")));
        assertThat(shard.store(Flush.DUE)).contains(at(3));
        assertThat(events("a")).hasSize(2);
        assertThat(events("b")).hasSize(1);
        assertThat(shard.store(Flush.ALL)).isEmpty();
    }

    @Test
    void passesEventsWithoutASessionAndGoesOn() {
        shard.take(batch(1, event(null, "1"), event("a", "2"), event(null, "3")));
        assertThat(shard.store(Flush.DUE)).contains(at(3));
        assertThat(events("a")).hasSize(1);
    }

    @Test
    void keepsABatchThatCouldNotBeStored() {
        shard.take(batch(1, event("a", "1")));
        out = true;
        assertThatThrownBy(() -> shard.store(Flush.DUE)).isInstanceOf(IllegalStateException.class);
        out = false;
        shard.take(batch(2, event("a", "2")));
        assertThat(shard.store(Flush.DUE)).contains(at(2));
        assertThat(events("a")).hasSize(2);
    }

    @Test
    void passesADeadLetterWithoutWriting() {
        out = true;
        shard.take(new StreamBatch(List.of(), at(9)));
        assertThat(shard.store(Flush.DUE)).contains(at(9));
    }

    @Test
    void changesNothingWhenWorkersOverlap() {
        ShardSink other = open(writer, NOTHING_REFUSED);
        List<ShopEvent> all =
                Stream.of("1", "2", "3", "4").map(id -> event("a", id)).toList();
        shard.take(batch(1, all.get(0), all.get(1)));
        other.take(batch(1, all.get(0)));
        shard.store(Flush.DUE);
        other.store(Flush.DUE);
        other.take(batch(2, all.get(1), all.get(2), all.get(3)));
        shard.take(batch(3, all.get(2), all.get(3)));
        other.store(Flush.DUE);
        shard.store(Flush.ALL);
        assertThat(events("a")).isEqualTo(all);
    }

    @Test
    void keepsAsideTheVersionThatDoesNotCountWhicheverCameFirst() {
        List<String> kept = new ArrayList<>();
        ShardSink shard = open(
                writer,
                (line, reason) -> kept.add(
                        ((ShopEvent) line.line()).content().price() + " " + reason + " " + line.wire().length));
        ShopEvent first = event("a", "1");
        ShopEvent priced = SampleEvents.event("a", "1", EventType.CART, Instant.EPOCH, "7");
        ShopEvent later = new ShopEvent(
                priced.content(), priced.lineId(), first.receivedAt().plusMillis(1));

        shard.take(batch(1, later));
        shard.store(Flush.DUE);
        shard.take(batch(2, first));
        assertThat(shard.store(Flush.DUE)).contains(at(2));
        shard.take(batch(3, later));
        assertThat(shard.store(Flush.DUE)).contains(at(3));

        String letter = "7.00 " + RefusedEvent.OTHER_VERSION_REASON + " " + EventColumns.WIRE.encode(later).length;
        assertThat(kept).containsExactly(letter, letter);
        assertThat(events("a")).containsExactly(first);
    }

    @Test
    void refusesWhatTheStoreNeverTakesWhereverItWasDelivered() {
        List<String> refused = new ArrayList<>();
        ShopEvent huge = event("a", "1");
        ShardSink shard = open(
                (events, replaced) -> List.of(new RefusedEvent(huge, "It is too large")),
                (line, reason) -> refused.add(line.position() + ": " + reason));
        shard.take(batch(1, huge, event("a", "2"), huge));
        assertThat(shard.store(Flush.DUE)).contains(at(3));
        assertThat(refused).containsExactly(at(1) + ": It is too large", at(3) + ": It is too large");
    }

    private List<ShopEvent> events(String session) {
        return ((FoundSession.One) store.session(new SessionId(session), EventSelection.first())).events();
    }

    private static ShopEvent event(@Nullable String session, String id) {
        return SampleEvents.event(session, id);
    }

    private static StreamBatch batch(long sequence, ShopEvent... events) {
        List<StreamLine> lines = new ArrayList<>();
        for (ShopEvent event : events) {
            lines.add(new StreamLine(
                    at(sequence + lines.size()), SampleBatches.ARRIVAL, event, EventColumns.WIRE.encode(event)));
        }
        return new StreamBatch(lines, lines.getLast().position());
    }

    private static ShardSink open(SessionWriter writer, Refusals refusals) {
        return new SessionsSink(new ShopEventFeed(), writer).open("shardId-000000000000", refusals);
    }

    private static Position at(long sequence) {
        return Position.of(Long.toString(sequence), 0);
    }
}
