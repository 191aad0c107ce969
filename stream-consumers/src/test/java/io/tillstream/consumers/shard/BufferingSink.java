package io.tillstream.consumers.shard;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.SampleBatches;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.feed.TransactionFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sink of one shard, in memory, that fails as told. */
final class BufferingSink implements Sink, ShardSink {

    final List<StreamLine> stored = new ArrayList<>();
    private final List<StreamLine> held = new ArrayList<>();
    private @Nullable Position end;
    private Refusals refusals = SampleBatches.NOTHING_REFUSED;

    boolean storesAtOnce;

    @Nullable
    String refuses;
    /** Runs before each attempt to store; what it throws is the attempt's failure. */
    Runnable beforeStoring = () -> {};

    @Override
    public Feed feed() {
        return new TransactionFeed();
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public ShardSink open(String shardId, Refusals newRefusals) {
        refusals = newRefusals;
        return this;
    }

    @Override
    public void take(StreamBatch batch) {
        held.addAll(batch.lines());
        end = batch.end();
    }

    @Override
    public Optional<Position> store(Flush flush) {
        if (!held.isEmpty()) {
            beforeStoring.run();
        }
        if (flush == Flush.DUE && !storesAtOnce) {
            return Optional.empty();
        }
        for (StreamLine line : held) {
            if (refuses == null) {
                stored.add(line);
            } else {
                refusals.refuse(line, refuses);
            }
        }
        held.clear();
        Optional<Position> durable = Optional.ofNullable(end);
        end = null;
        return durable;
    }
}
