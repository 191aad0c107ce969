package io.tillstream.consumers.reprocess;

import static java.util.Objects.requireNonNull;

import io.tillstream.consumers.rejected.DeadLetterObject;
import io.tillstream.consumers.rejected.DeadLetterStore;
import io.tillstream.consumers.sink.Flush;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.ShardSink;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamBatch;
import io.tillstream.consumers.sink.StreamLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;

/**
 * Redelivers the lines of dead letters to their sinks, and settles the letters after that. Cut short at any place, it
 * is done again and changes nothing: a line is known by its identity.
 */
final class Redelivery implements LetterHandler {

    private static final int CALLS_AT_ONCE = 16;
    private static final String PUBLISHED = "published";
    private static final String STORED = "stored";

    private final DeadLetterStore letters;
    private final StreamPublisher publisher;
    private final Map<String, Sink> sinks;
    private final RejectedTally tally;
    private final ReprocessRetry retry;

    Redelivery(
            DeadLetterStore letters,
            StreamPublisher publisher,
            Map<String, Sink> sinks,
            RejectedTally tally,
            ReprocessRetry retry) {
        this.letters = letters;
        this.publisher = publisher;
        this.sinks = sinks;
        this.tally = tally;
        this.retry = retry;
    }

    @Override
    public void give(String sink, List<DecodedLetter> found) throws NotDoneException {
        publish(
                sink,
                found.stream().filter(one -> one.goesThroughTheStream(sink)).toList());
        store(
                sink,
                found.stream().filter(one -> !one.goesThroughTheStream(sink)).toList());
    }

    private void publish(String sink, List<DecodedLetter> all) throws NotDoneException {
        List<DecodedLetter> fresh = retry.untilDone(
                "Looking for settled letters",
                () -> all.stream()
                        .gather(Gatherers.mapConcurrent(
                                CALLS_AT_ONCE, one -> isPublished(one) ? List.<DecodedLetter>of() : List.of(one)))
                        .flatMap(List::stream)
                        .toList());
        publisher.publish(fresh.stream().map(DecodedLetter::line).toList());
        tally.published(fresh.size());
        tally.settledBefore(all.size() - fresh.size());
        settle(all, one -> one.isWantedByAll() ? settleEveryCopy(one) : settle(sink, one, PUBLISHED));
    }

    /** Every sink has a letter of its own of what could not be decoded, and some may have come later than others. */
    private boolean isPublished(DecodedLetter one) {
        return one.isWantedByAll()
                && RejectedPlan.ALL_SINKS.stream().anyMatch(sink -> letters.isSettled(sink, one.letter()));
    }

    private void store(String sink, List<DecodedLetter> all) throws NotDoneException {
        if (all.isEmpty()) {
            return;
        }
        Map<Position, String> refused = new HashMap<>();
        Sink store = requireNonNull(sinks.get(sink), sink);
        ShardSink shard = store.open("reprocess", (line, reason) -> refused.put(line.position(), reason));
        List<StreamLine> lines = all.stream()
                .map(DecodedLetter::asStreamLine)
                .sorted(Comparator.comparing(StreamLine::position))
                .toList();
        shard.take(new StreamBatch(lines, lines.getLast().position()));
        retry.untilDone("Storing in " + sink, () -> shard.store(Flush.ALL));
        List<DecodedLetter> stored = new ArrayList<>(all);
        stored.removeIf(one -> refused.containsKey(one.asStreamLine().position()));
        refused.values().forEach(reason -> tally.kept(sink, reason));
        tally.stored(sink, stored.size());
        settle(stored, one -> settle(sink, one, STORED));
    }

    private void settle(List<DecodedLetter> done, Settling step) throws NotDoneException {
        retry.untilDone(
                "Settling letters",
                () -> done.stream()
                        .gather(Gatherers.mapConcurrent(CALLS_AT_ONCE, step::settle))
                        .count());
    }

    private DecodedLetter settle(String sink, DecodedLetter one, String outcome) {
        letters.settle(sink, one.letter(), outcome);
        return one;
    }

    private DecodedLetter settleEveryCopy(DecodedLetter one) {
        for (String sink : RejectedPlan.ALL_SINKS) {
            if (letters.copyOf(one.letter(), sink) instanceof DeadLetterObject.Letter copy) {
                letters.settle(sink, copy.letter(), PUBLISHED);
            }
        }
        return one;
    }

    private interface Settling {
        DecodedLetter settle(DecodedLetter one);
    }
}
