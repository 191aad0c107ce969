package io.tillstream.consumers.reprocess;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import io.tillstream.commandline.CommandReport;
import io.tillstream.consumers.deliver.DeadRecord;
import io.tillstream.consumers.rejected.DeadLetter;
import io.tillstream.consumers.rejected.DeadLetterObject;
import io.tillstream.consumers.rejected.DeadLetterStore;
import io.tillstream.consumers.reprocess.GivenRows.Row;
import io.tillstream.consumers.reprocess.GivenRows.Way;
import io.tillstream.consumers.reprocess.LetterSource.Window;
import io.tillstream.consumers.reprocess.ReprocessTally.Damage;
import io.tillstream.consumers.sink.Position;
import io.tillstream.consumers.sink.Sink;
import io.tillstream.model.codec.Decoded;
import io.tillstream.model.codec.LineCodec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dead letters, a window of those of a sink at a time. What still is no line, or still is refused, stays as it is. */
final class LetterSource implements RowSource<Window> {

    private static final int LETTERS_AT_ONCE = 100;
    private static final String DAY = "/dt=";

    private final Plan plan;
    private final Map<String, Sink> sinks;
    private final DeadLetterStore letters;
    private final LetterSettling settling;
    private final ReprocessTally tally = new ReprocessTally();
    private final LineCodec codec = new LineCodec();
    private final Set<String> seen = new HashSet<>();

    /** @param sinks all of them */
    LetterSource(Plan plan, Map<String, Sink> sinks, DeadLetterStore letters, ReprocessRetry retry) {
        this.plan = plan;
        this.sinks = sinks;
        this.letters = letters;
        this.settling = new LetterSettling(letters, sinks.keySet(), retry);
    }

    /**
     * Which dead letters to take up.
     *
     * @param sinks whose letters
     * @param range when their records arrived
     * @param stage where they failed; null for both
     * @param dryRun whether they are only read
     */
    record Plan(Set<String> sinks, TimeRange range, DeadRecord.@Nullable Stage stage, boolean dryRun) {

        private boolean takes(DeadLetter letter) {
            return range.holds(letter.arrivedAt()) && (stage == null || stage == letter.stage());
        }

        private boolean mayTake(String key) {
            int at = key.indexOf(DAY) + DAY.length();
            try {
                return range.meetsDay(LocalDate.parse(key.substring(at, key.indexOf('/', at))));
            } catch (DateTimeException | IndexOutOfBoundsException foreign) {
                // Is read, and reported as what it is.
                return true;
            }
        }
    }

    /** Letters of a sink, by their keys. */
    record Window(String sink, List<String> keys) {}

    @Override
    public Stream<Window> units() {
        return plan.sinks().stream()
                .flatMap(sink -> letters.keys(sink)
                        .filter(plan::mayTake)
                        .gather(Gatherers.windowFixed(LETTERS_AT_ONCE))
                        .map(keys -> new Window(sink, keys)));
    }

    /** One, since a letter that is settled takes its copies of other sinks along. */
    @Override
    public int concurrency() {
        return 1;
    }

    @Override
    public Stream<GivenRows> read(Window window) {
        List<Row> rows = window.keys().stream()
                .gather(Gatherers.mapConcurrent(LetterSettling.CALLS_AT_ONCE, letters::read))
                .flatMap(object -> decoded(window.sink(), object))
                .toList();
        Map<Boolean, List<Row>> byWay = rows.stream().collect(partitioningBy(this::goesThroughStream));
        List<Row> again = byWay.getOrDefault(true, List.of());
        Set<Row> before = plan.dryRun() ? seenBefore(again) : settling.givenBefore(again);
        return Stream.of(
                new GivenRows(
                        new Way.ThroughStream(),
                        again.stream().filter(row -> !before.contains(row)).toList()),
                new GivenRows(new Way.GivenBefore(), List.copyOf(before)),
                new GivenRows(new Way.IntoSink(window.sink()), byWay.getOrDefault(false, List.of())));
    }

    private Stream<Row> decoded(String sink, DeadLetterObject object) {
        return switch (object) {
            case DeadLetterObject.Letter found ->
                plan.takes(found.letter()) ? decoded(new FoundLetter(sink, found.letter())) : Stream.empty();
            case DeadLetterObject.None settled -> Stream.empty();
            case DeadLetterObject.Foreign foreign -> {
                tally.unreadable(new Damage(foreign.key(), 1, "is no dead letter"));
                yield Stream.empty();
            }
        };
    }

    private Stream<Row> decoded(FoundLetter found) {
        tally.read(1);
        Decoded result = codec.decode(found.letter().bytes());
        return switch (result) {
            case Decoded.Line line -> Stream.of(found.row(line.line()));
            case Decoded.Undecodable still -> {
                tally.refused(found.sink(), List.of(still.reason()));
                yield Stream.empty();
            }
        };
    }

    private boolean goesThroughStream(Row row) {
        FoundLetter found = requireNonNull(row.letter());
        return found.isWantedByAll() || !requireNonNull(sinks.get(found.sink())).takesRedelivery();
    }

    /** Copies of one record, one of each sink, count once. */
    private Set<Row> seenBefore(List<Row> rows) {
        return rows.stream()
                .filter(row -> !seen.add(requireNonNull(row.letter()).letter().name()))
                .collect(toSet());
    }

    @Override
    public void finish(GivenRows batch, Map<Position, String> refused) {
        List<Row> done = batch.rows().stream()
                .filter(row -> !refused.containsKey(row.line().position()))
                .toList();
        switch (batch.way()) {
            case Way.ThroughStream through -> tally.published(done.size());
            case Way.GivenBefore before -> tally.givenBefore(plan.dryRun() ? 0 : done.size());
            case Way.IntoSink into -> {
                tally.refused(into.name(), refused.values());
                if (!done.isEmpty()) {
                    tally.stored(into.name(), done.size());
                }
            }
        }
        if (!plan.dryRun()) {
            settling.settle(done, batch.way() instanceof Way.IntoSink ? "stored" : "published");
        }
    }

    @Override
    public void finish(Window window) {}

    @Override
    public String outOfReach() {
        return "the dead letters cannot be read";
    }

    @Override
    public String progress(Duration elapsed) {
        return tally.progressOfLetters();
    }

    @Override
    public CommandReport report(RunEnding ending, @Nullable Window last, Duration elapsed) {
        return tally.report(plan, ending, elapsed);
    }
}
