package io.tillstream.consumers.deliver;

import io.tillstream.consumers.decode.DecodedRecord;
import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries one shard's records into its sink, the undecodable ones to the dead letters, and says what may be
 * checkpointed: only what is stored in the one or the other.
 */
public final class ShardDelivery {

    private final String shardId;
    private final ShardSink sink;
    private final ShardLease lease;
    private final Deliveries deliveries;
    private final ShardProgress progress;
    private final UnstoredLines unstored = new UnstoredLines();

    ShardDelivery(String shardId, ShardSink sink, ShardLease lease, Deliveries deliveries, ShardProgress progress) {
        this.shardId = shardId;
        this.sink = sink;
        this.lease = lease;
        this.deliveries = deliveries;
        this.progress = progress;
    }

    public ShardProgress progress() {
        return progress;
    }

    /**
     * Takes records in, or none on a tick, and stores what is due.
     *
     * @param millisBehind how far they are behind the tip of the stream
     * @return the place to checkpoint, when there is a new one
     */
    public Optional<Position> deliver(List<DecodedRecord> records, long millisBehind) throws DeliveryStoppedException {
        progress.begin(millisBehind);
        if (!records.isEmpty()) {
            Position end = records.getLast().position();
            progress.took(end);
            List<StreamLine> lines = linesOf(records);
            unstored.add(lines);
            sink.take(new StreamBatch(lines, end));
        }
        Optional<Position> stored = store(Flush.DUE);
        progress.end();
        return stored;
    }

    /** Stores all that was taken in. */
    public Optional<Position> drain() throws DeliveryStoppedException {
        return store(Flush.ALL);
    }

    private List<StreamLine> linesOf(List<DecodedRecord> records) throws DeliveryStoppedException {
        List<StreamLine> lines = new ArrayList<>(records.size());
        for (DecodedRecord record : records) {
            switch (record) {
                case DecodedRecord.Line decoded -> lines.add(decoded.line());
                case DecodedRecord.Undecodable undecodable -> deadLetter(DeadRecord.undecodable(undecodable));
            }
        }
        deliveries.meters().took(lines.size());
        return lines;
    }

    private void deadLetter(DeadRecord dead) throws DeliveryStoppedException {
        deliveries.untilDone("Dead-lettering a record of " + shardId, lease, () -> {
            deliveries.keep(shardId, dead);
            return dead;
        });
    }

    private Optional<Position> store(Flush flush) throws DeliveryStoppedException {
        Optional<Position> stored = deliveries.untilDone("Storing lines of " + shardId, lease, () -> sink.store(flush));
        stored.ifPresent(this::account);
        return stored;
    }

    private void account(Position durable) {
        progress.stored(durable);
        for (UnstoredLines.@Nullable Entry entry = unstored.nextStored(durable);
                entry != null;
                entry = unstored.nextStored(durable)) {
            deliveries.meters().stored(entry);
        }
    }
}
