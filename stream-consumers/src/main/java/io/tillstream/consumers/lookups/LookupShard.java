package io.tillstream.consumers.lookups;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.FeedLine;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.LineVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds to a store what one shard delivers, without waiting for more. */
public final class LookupShard implements ShardSink {

    /** No record holds as many rows. */
    private static final long FAR = 1L << 62;

    private final Feed feed;
    private final LookupStore store;
    private final Refusals refusals;
    private final List<StreamLine> taken = new ArrayList<>();
    private @Nullable Position end;

    public LookupShard(Feed feed, LookupStore store, Refusals refusals) {
        this.feed = feed;
        this.store = store;
        this.refusals = refusals;
    }

    /** The store of a sink. Adding the same lines again changes nothing. */
    @FunctionalInterface
    public interface LookupStore {

        /**
         * Adds lines; on return all are stored but those that are given back.
         *
         * @param replaced is told, by any thread, of each stored line that one of these replaces, before it is gone
         */
        Stream<Refused> add(Stream<FeedLine> lines, Replaced replaced);
    }

    /** A line that does not count, however often it is tried. */
    public record Refused(FeedLine line, String reason) {}

    /** Takes stored lines that stop counting, since another line of their identity says something else. */
    @FunctionalInterface
    public interface Replaced {

        void keep(FeedLine replaced, FeedLine by, String reason);
    }

    @Override
    public void take(StreamBatch batch) {
        taken.addAll(batch.lines());
        end = batch.end();
    }

    @Override
    public Optional<Position> store(Flush flush) {
        if (!taken.isEmpty()) {
            store.add(taken.stream().map(StreamLine::line), this::keep).forEach(this::refuse);
            taken.clear();
        }
        Optional<Position> durable = Optional.ofNullable(end);
        end = null;
        return durable;
    }

    /** At every position where it was delivered, because each of them is checkpointed. */
    private void refuse(Refused refused) {
        taken.stream()
                .filter(line -> line.line().equals(refused.line()))
                .forEach(line -> refusals.refuse(line, refused.reason()));
    }

    /**
     * The position of the line that replaces it, since its own position is no longer known.
     */
    private void keep(FeedLine replaced, FeedLine by, String reason) {
        StreamLine place = taken.stream()
                .filter(line -> line.line().equals(by))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No line was delivered that equals " + by));
        StreamLine letter = new StreamLine(
                besides(place.position(), replaced),
                place.arrival(),
                replaced,
                feed.wireForm().encode(replaced));
        refusals.refuse(letter, reason);
    }

    /** Letters are named after places: one that nothing is delivered at, and the same for the same line. */
    private Position besides(Position place, FeedLine replaced) {
        LineVersion version = LineVersion.of(replaced, feed.hashing(), new Digest128());
        return new Position(
                place.sequence(), Long.MAX_VALUE & (version.content().high() | FAR));
    }
}
