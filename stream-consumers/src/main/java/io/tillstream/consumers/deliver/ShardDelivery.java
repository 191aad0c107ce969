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

/**
 * Carries one shard's records into its sink, the undecodable ones to the dead letters, and says what may be
 * checkpointed: only what is stored in the one or the other.
 */
public final class ShardDelivery {

    private final String shardId;
    private final ShardSink sink;
    private final Deliveries deliveries;

    ShardDelivery(String shardId, ShardSink sink, Deliveries deliveries) {
        this.shardId = shardId;
        this.sink = sink;
        this.deliveries = deliveries;
    }

    /**
     * Takes records in, none of them on a tick, and stores what is due.
     *
     * @return the place to checkpoint, when there is a new one
     */
    public Optional<Position> deliver(List<DecodedRecord> records) throws DeliveryStoppedException {
        if (!records.isEmpty()) {
            sink.take(new StreamBatch(legibleAmong(records), records.getLast().position()));
        }
        return store(Flush.DUE);
    }

    /** Stores all that was taken in. */
    public Optional<Position> drain() throws DeliveryStoppedException {
        return store(Flush.ALL);
    }

    private List<StreamLine> legibleAmong(List<DecodedRecord> records) throws DeliveryStoppedException {
        List<StreamLine> lines = new ArrayList<>(records.size());
        for (DecodedRecord decoded : records) {
            switch (decoded) {
                case DecodedRecord.Legible legible -> lines.add(legible.line());
                case DecodedRecord.Poison poison -> deliveries.deadLetter(shardId, DeadRecord.undecodable(poison));
            }
        }
        deliveries.countTaken(lines.size());
        return lines;
    }

    private Optional<Position> store(Flush flush) throws DeliveryStoppedException {
        return deliveries.untilDone("Storing lines of " + shardId, () -> sink.store(flush));
    }
}
