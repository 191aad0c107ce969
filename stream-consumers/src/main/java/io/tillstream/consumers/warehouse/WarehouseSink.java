package io.tillstream.consumers.warehouse;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Refusals;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.feed.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands every line to Firehose, as one JSON line with the columns of its feed's table.
 *
 * <p>Into Firehose it is at least once: a redelivery, or a call that was taken but not answered, sends a row again.
 * Every row carries the identity of its line, and the load merges by it, so in the warehouse a line counts once.
 * What is durable is what Firehose has acknowledged; of a call that it took in part, only the rest is sent again.
 */
final class WarehouseSink implements Sink {

    private static final String TYPE = "warehouse";

    private final Feed feed;
    private final RecordPacker packer;
    private final FirehoseWriter writer;

    WarehouseSink(Feed feed, RecordPacker packer, FirehoseWriter writer) {
        this.feed = feed;
        this.packer = packer;
        this.writer = writer;
    }

    @Override
    public Feed feed() {
        return feed;
    }

    @Override
    public String name() {
        return feed.layout().sink(TYPE);
    }

    @Override
    public ShardSink open(String shardId, Refusals refusals) {
        return new Shard(refusals);
    }

    private final class Shard implements ShardSink {
        private final Refusals refusals;
        private final List<StreamLine> taken = new ArrayList<>();
        private final List<DeliveryRecord> unacknowledged = new ArrayList<>();
        private @Nullable Position end;

        private Shard(Refusals refusals) {
            this.refusals = refusals;
        }

        @Override
        public void take(StreamBatch batch) {
            taken.addAll(batch.lines());
            end = batch.end();
        }

        @Override
        public Optional<Position> store(Flush flush) {
            unacknowledged.addAll(packer.pack(taken, refusals));
            taken.clear();
            writer.send(unacknowledged, refusals);
            Optional<Position> durable = Optional.ofNullable(end);
            end = null;
            return durable;
        }
    }
}
