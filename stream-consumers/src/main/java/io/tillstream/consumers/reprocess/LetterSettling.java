package io.tillstream.consumers.reprocess;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import io.tillstream.consumers.rejected.DeadLetterObject;
import io.tillstream.consumers.rejected.DeadLetterStore;
import io.tillstream.consumers.reprocess.GivenRows.Row;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;

/** Settles the letters of rows whose effect is durable, and knows those that were settled before. */
final class LetterSettling {

    static final int CALLS_AT_ONCE = 16;

    private final DeadLetterStore letters;
    private final List<String> sinks;
    private final ReprocessRetry retry;

    LetterSettling(DeadLetterStore letters, Set<String> sinks, ReprocessRetry retry) {
        this.letters = letters;
        this.sinks = List.copyOf(sinks);
        this.retry = retry;
    }

    /** Those of which another sink's copy has been published: every sink has a copy, and some may come late. */
    Set<Row> givenBefore(List<Row> rows) {
        return retry.untilDone(
                "Looking for settled letters",
                () -> rows.stream()
                        .gather(Gatherers.mapConcurrent(
                                CALLS_AT_ONCE, row -> isPublished(letterOf(row)) ? List.of(row) : List.<Row>of()))
                        .flatMap(List::stream)
                        .collect(toSet()));
    }

    void settle(List<Row> rows, String outcome) {
        retry.untilDone(
                "Settling letters",
                () -> rows.stream()
                        .gather(Gatherers.mapConcurrent(CALLS_AT_ONCE, row -> settle(letterOf(row), outcome)))
                        .count());
    }

    private boolean isPublished(FoundLetter found) {
        return found.isWantedByAll() && sinks.stream().anyMatch(sink -> letters.isSettled(sink, found.letter()));
    }

    private FoundLetter settle(FoundLetter found, String outcome) {
        if (!found.isWantedByAll()) {
            letters.settle(found.sink(), found.letter(), outcome);
            return found;
        }
        for (String sink : sinks) {
            if (letters.copyOf(found.letter(), sink) instanceof DeadLetterObject.Letter copy) {
                letters.settle(sink, copy.letter(), outcome);
            }
        }
        return found;
    }

    private static FoundLetter letterOf(Row row) {
        return requireNonNull(row.letter());
    }
}
