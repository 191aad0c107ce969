package io.tillstream.consumers.reprocess;

import static java.util.Objects.requireNonNull;

import io.tillstream.commandline.StopSignal;
import io.tillstream.consumers.reprocess.GivenRows.Way;
import io.tillstream.consumers.reprocess.ReprocessRetry.NotDoneException;
import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives rows to the stream, or to a sink as if they came from a shard of it. */
final class RowDelivery {

    private final Map<String, Sink> sinks;
    private final StreamPublisher publisher;
    private final ReprocessRetry retry;
    private final StopSignal stop;
    private final boolean dryRun;

    /** @param dryRun whether nothing is given at all */
    RowDelivery(
            Map<String, Sink> sinks, StreamPublisher publisher, ReprocessRetry retry, StopSignal stop, boolean dryRun) {
        this.sinks = sinks;
        this.publisher = publisher;
        this.retry = retry;
        this.stop = stop;
        this.dryRun = dryRun;
    }

    /** On return the effect of each row is durable but of those that the sink refused: their places and the reasons. */
    Map<Position, String> deliver(GivenRows batch) {
        if (stop.isTold()) {
            throw new NotDoneException("told to stop");
        }
        if (dryRun || batch.rows().isEmpty()) {
            return Map.of();
        }
        switch (batch.way()) {
            case Way.IntoSink into -> {
                return store(into.name(), batch.lines());
            }
            case Way.ThroughStream through ->
                publisher.publish(batch.lines().stream().map(StreamLine::line).toList());
            case Way.GivenBefore before -> {}
        }
        return Map.of();
    }

    private Map<Position, String> store(String sink, List<StreamLine> rows) {
        // A store may refuse from several threads.
        Map<Position, String> refused = new ConcurrentHashMap<>();
        ShardSink shard = requireNonNull(sinks.get(sink), sink)
                .open("reprocess", (line, reason) -> refused.put(line.position(), reason));
        List<StreamLine> lines =
                rows.stream().sorted(Comparator.comparing(StreamLine::position)).toList();
        shard.take(new StreamBatch(lines, lines.getLast().position()));
        retry.untilDone("Storing in " + sink, () -> shard.store(Flush.ALL));
        return refused;
    }
}
