package io.tillstream.consumers.reprocess;

import static java.util.Objects.requireNonNull;

import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.FeedLine;
import io.tillstream.model.feed.Feed;
import io.tillstream.model.layout.FeedLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** Gives rows to the stream of their feed, or to a sink as if they came from a shard of it. A dry run gives nothing, but counts. */
final class RowDelivery {

    private final Map<String, Long> stored = new ConcurrentSkipListMap<>();
    private final Map<String, Map<String, Long>> refused = new ConcurrentSkipListMap<>();
    private final Map<String, Sink> sinks;
    private final KinesisClient kinesis;
    private final Function<FeedLayout, String> streams;
    private final ReprocessRun run;

    /** @param streams the stream of each feed */
    RowDelivery(
            Map<String, Sink> sinks, KinesisClient kinesis, Function<FeedLayout, String> streams, ReprocessRun run) {
        this.sinks = sinks;
        this.kinesis = kinesis;
        this.streams = streams;
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

    /** On return Kinesis has all rows of a feed, each as a record of its own. For at most as many as a call takes, 500. */
    void publish(Feed feed, List<StreamLine> rows) {
        run.stop().check();
        if (!run.isDry() && !rows.isEmpty()) {
            String stream = streams.apply(feed.layout());
            List<PutRecordsRequestEntry> left = new ArrayList<>(
                    rows.stream().map(row -> entry(feed, row.line())).toList());
            run.untilDone("Publishing rows to " + stream, () -> put(stream, left));
        }
    }

    /** Takes off the list what the stream took; throws when it did not take all. */
    private boolean put(String stream, List<PutRecordsRequestEntry> left) {
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

    private static PutRecordsRequestEntry entry(Feed feed, FeedLine line) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(feed.partitionKey(line))
                .data(SdkBytes.fromByteArrayUnsafe(feed.wireForm().encode(line)))
                .build();
    }
}
