package io.tillstream.consumers.reprocess;

import static java.util.Objects.requireNonNull;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.TransactionLine;
import io.tillstream.model.codec.LineCodec;
import io.tillstream.model.layout.PartitionKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** Gives rows to the stream, or to a sink as if they came from a shard of it. A dry run gives nothing, but counts. */
final class RowDelivery {

    private final Map<String, Long> stored = new ConcurrentSkipListMap<>();
    private final Map<String, Map<String, Long>> refused = new ConcurrentSkipListMap<>();
    private final LineCodec codec = new LineCodec();
    private final Map<String, Sink> sinks;
    private final KinesisClient kinesis;
    private final String stream;
    private final ReprocessRun run;

    RowDelivery(Map<String, Sink> sinks, KinesisClient kinesis, String stream, ReprocessRun run) {
        this.sinks = sinks;
        this.kinesis = kinesis;
        this.stream = stream;
        this.run = run;
    }

    /** How many rows a sink took, by sink. */
    Map<String, Long> stored() {
        return stored;
    }

    /** How many rows are refused, by sink and by reason. */
    Map<String, Map<String, Long>> refused() {
        return refused;
    }

    void countRefused(String sink, String reason) {
        refused.computeIfAbsent(sink, none -> new ConcurrentSkipListMap<>()).merge(reason, 1L, Long::sum);
    }

    /** On return the effect of each row is durable, but of those that the sink refused: their places. */
    Set<Position> store(String sink, List<StreamLine> rows) {
        run.stop().check();
        // A store may refuse from several threads.
        Map<Position, String> reasons = new ConcurrentHashMap<>();
        if (!run.isDry() && !rows.isEmpty()) {
            ShardSink shard = requireNonNull(sinks.get(sink), sink)
                    .open("reprocess", (line, reason) -> reasons.put(line.position(), reason));
            List<StreamLine> inOrder = rows.stream()
                    .sorted(Comparator.comparing(StreamLine::position))
                    .toList();
            shard.take(new StreamBatch(inOrder, inOrder.getLast().position()));
            run.untilDone("Storing in " + sink, () -> shard.store(Flush.ALL));
        }
        reasons.values().forEach(reason -> countRefused(sink, reason));
        if (rows.size() > reasons.size()) {
            stored.merge(sink, (long) rows.size() - reasons.size(), Long::sum);
        }
        return reasons.keySet();
    }

    /** On return Kinesis has all rows, each as a record of its own. For at most as many as a call takes, 500. */
    void publish(List<StreamLine> rows) {
        run.stop().check();
        if (!run.isDry() && !rows.isEmpty()) {
            List<PutRecordsRequestEntry> left =
                    new ArrayList<>(rows.stream().map(this::entry).toList());
            run.untilDone("Publishing rows to " + stream, () -> put(left));
        }
    }

    /** Takes off the list what the stream took; throws when it did not take all. */
    private boolean put(List<PutRecordsRequestEntry> left) {
        List<PutRecordsResultEntry> results = kinesis.putRecords(
                        request -> request.streamName(stream).records(left))
                .records();
        String code = "";
        for (int i = results.size() - 1; i >= 0; i--) {
            if (results.get(i).errorCode() == null) {
                left.remove(i);
            } else {
                code = results.get(i).errorCode();
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException(left.size() + " records were not taken: " + code);
        }
        return true;
    }

    private PutRecordsRequestEntry entry(StreamLine row) {
        TransactionLine line = (TransactionLine) row.line();
        return PutRecordsRequestEntry.builder()
                .partitionKey(PartitionKeys.of(line))
                .data(SdkBytes.fromByteArrayUnsafe(codec.encode(line)))
                .build();
    }
}
