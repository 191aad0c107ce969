package io.tillstream.consumers.reprocess;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;
import static java.util.stream.Gatherers.mapConcurrent;
import static java.util.stream.Gatherers.windowFixed;

import io.tillstream.consumers.deliver.DeadRecord.Stage;
import io.tillstream.consumers.rejected.DeadLetter;
import io.tillstream.consumers.rejected.DeadLetterObject;
import io.tillstream.consumers.rejected.DeadLetterStore;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.consumers.sink.StreamLine;
import io.tillstream.model.FeedLine;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.feed.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Redelivers dead letters. What still is no line, or is still refused, stays as it is. */
final class RejectedReprocess {

    private static final int LETTERS_AT_ONCE = 100;
    private static final int CALLS_AT_ONCE = 16;

    private final Map<String, Sink> sinks;
    private final DeadLetterStore letters;
    private final RowDelivery delivery;
    private final ReprocessRun run;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong published = new AtomicLong();
    private final List<String> foreign = new ArrayList<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private long publishedBefore;

    /** @param sinks all of them */
    RejectedReprocess(Map<String, Sink> sinks, DeadLetterStore letters, RowDelivery delivery, ReprocessRun run) {
        this.sinks = sinks;
        this.letters = letters;
        this.delivery = delivery;
        this.run = run;
    }

    private record Row(DeadLetter letter, StreamLine line) {

        static Row of(DeadLetter letter, FeedLine line) {
            Position position = Position.of(letter.sequence(), letter.subSequence());
            return new Row(letter, new StreamLine(position, letter.arrivedAt(), line, letter.bytes()));
        }

        /** What could not be decoded is wanted by every sink of its feed. */
        boolean isWantedByAll() {
            return letter.stage() == Stage.DECODE;
        }
    }

    /** Takes up the letters of these sinks that arrived in the time and failed in one of the stages. */
    RejectedReport redeliver(Set<String> chosen, TimeRange time, Set<Stage> stages) {
        Predicate<DeadLetter> wanted = letter -> time.holds(letter.arrivedAt()) && stages.contains(letter.stage());
        RunEnding ending = run.end(
                () -> chosen.forEach(sink -> letters.keys(sink)
                        .filter(time::mayHold)
                        .gather(windowFixed(LETTERS_AT_ONCE))
                        .forEach(keys -> redeliver(sink, keys, wanted))),
                () -> String.format(Locale.ROOT, "%,d letters  %,d rows published", read.get(), published.get()),
                "the dead letters cannot be read");
        return new RejectedReport(
                run.isDry(),
                ending,
                read.get(),
                published.get(),
                publishedBefore,
                delivery.stored(),
                delivery.refused(),
                foreign,
                run.elapsed().toMillis());
    }

    /** One window after the other, since a letter that is settled takes its copies of other sinks along. */
    private void redeliver(String sink, List<String> keys, Predicate<DeadLetter> wanted) {
        run.stop().check();
        boolean takesRedelivery = sink(sink).takesRedelivery();
        Map<Boolean, List<Row>> rows = keys.stream()
                .gather(mapConcurrent(CALLS_AT_ONCE, letters::read))
                .flatMap(object -> letterIn(object).filter(wanted).flatMap(letter -> decode(sink, letter)))
                .collect(partitioningBy(row -> row.isWantedByAll() || !takesRedelivery));
        publish(sink, rows.getOrDefault(true, List.of()));
        store(sink, rows.getOrDefault(false, List.of()));
    }

    private Stream<DeadLetter> letterIn(DeadLetterObject object) {
        return switch (object) {
            case DeadLetterObject.Letter found -> Stream.of(found.letter());
            case DeadLetterObject.None settled -> Stream.empty();
            case DeadLetterObject.Foreign other -> {
                foreign.add(other.key());
                yield Stream.empty();
            }
        };
    }

    private Stream<Row> decode(String sink, DeadLetter letter) {
        read.incrementAndGet();
        return switch (sink(sink).feed().wireForm().decode(letter.bytes())) {
            case Decoded.Line found -> Stream.of(Row.of(letter, found.line()));
            case Decoded.Undecodable still -> {
                delivery.countRefused(sink, still.reason());
                yield Stream.empty();
            }
        };
    }

    private void publish(String sink, List<Row> rows) {
        Feed feed = sink(sink).feed();
        List<Row> due = due(feed, rows);
        delivery.publish(feed, lines(due));
        published.addAndGet(due.size());
        publishedBefore += run.isDry() ? 0 : rows.size() - due.size();
        settle(sink, rows, "published");
    }

    private void store(String sink, List<Row> rows) {
        Set<Position> refused = delivery.store(sink, lines(rows));
        settle(
                sink,
                rows.stream()
                        .filter(row -> !refused.contains(row.line().position()))
                        .toList(),
                "stored");
    }

    private static List<StreamLine> lines(List<Row> rows) {
        return rows.stream().map(Row::line).toList();
    }

    private List<Row> due(Feed feed, List<Row> rows) {
        return run.untilDone(
                "Looking for settled letters",
                () -> rows.stream()
                        .gather(mapConcurrent(
                                CALLS_AT_ONCE, row -> isDue(feed, row) ? Stream.of(row) : Stream.<Row>empty()))
                        .flatMap(Function.identity())
                        .toList());
    }

    /** Copies of one record, one of each sink, are published once, though some may come late. */
    private boolean isDue(Feed feed, Row row) {
        return run.isDry()
                ? seen.add(feed.name() + "/" + row.letter().name())
                : !row.isWantedByAll()
                        || sinksOf(feed).stream().noneMatch(sink -> letters.isSettled(sink, row.letter()));
    }

    private void settle(String sink, List<Row> rows, String outcome) {
        if (!run.isDry()) {
            run.untilDone(
                    "Settling letters",
                    () -> rows.stream()
                            .gather(mapConcurrent(CALLS_AT_ONCE, row -> settle(sink, row, outcome)))
                            .count());
        }
    }

    private Row settle(String sink, Row row, String outcome) {
        for (String owner : row.isWantedByAll() ? sinksOf(sink(sink).feed()) : Set.of(sink)) {
            if (letters.copyOf(row.letter(), owner) instanceof DeadLetterObject.Letter copy) {
                letters.settle(owner, copy.letter(), outcome);
            }
        }
        return row;
    }

    private Sink sink(String name) {
        return requireNonNull(sinks.get(name), name);
    }

    /** Shards of all streams have the same names: a letter of another feed may be called the same. */
    private Set<String> sinksOf(Feed feed) {
        return sinks.values().stream()
                .filter(sink -> sink.feed().name().equals(feed.name()))
                .map(Sink::name)
                .collect(toSet());
    }
}
