package io.tillstream.consumers.reprocess;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.layout.SinkName;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Delivers the rows of one object to the sinks, as if the object were a shard. */
final class SinkDelivery {

    private final Map<SinkName, ShardSink> shards = new EnumMap<>(SinkName.class);
    private final Map<Position, String> refused = new HashMap<>();
    private final RawTally tally;
    private final ReprocessRetry retry;

    SinkDelivery(Map<SinkName, Sink> sinks, RawTally tally, ReprocessRetry retry) {
        this.tally = tally;
        this.retry = retry;
        sinks.forEach((target, sink) ->
                shards.put(target, sink.open("reprocess", (line, reason) -> refused.put(line.position(), reason))));
    }

    /** A row as its sink would have got it, its line number for a place. */
    static StreamLine line(long number, TransactionLine line, byte[] wire) {
        return new StreamLine(new Position(BigInteger.valueOf(number), 0), line.receivedAt(), line, wire);
    }

    /** On return every sink has stored the rows, or refused them. */
    void deliver(List<StreamLine> rows) throws NotDoneException {
        tally.read(rows.size());
        if (rows.isEmpty()) {
            return;
        }
        StreamBatch batch = new StreamBatch(rows, rows.getLast().position());
        for (Map.Entry<SinkName, ShardSink> shard : shards.entrySet()) {
            refused.clear();
            shard.getValue().take(batch);
            retry.untilDone(
                    "Storing in " + shard.getKey().text(),
                    () -> shard.getValue().store(Flush.ALL));
            tally.stored(shard.getKey(), rows.size(), List.copyOf(refused.values()));
        }
    }
}
