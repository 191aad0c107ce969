package io.tillstream.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a campaign.
 *
 * @param verdicts of the books of each feed
 */
record Outcome(
        Plan plan,
        List<Flow> flows,
        List<Struck> faults,
        List<Duration> stops,
        Duration took,
        Map<Traffic, Verdict> verdicts) {

    /** @param recovery from when the fault was mended until nothing was waiting any more */
    record Struck(Fault fault, Duration recovery) {}

    boolean isSound() {
        return mismatches().isEmpty();
    }

    /** Of all feeds. */
    List<String> mismatches() {
        return verdicts.entrySet().stream()
                .flatMap(books -> books.getValue().mismatches().stream()
                        .map(mismatch -> books.getKey().feed() + ": " + mismatch))
                .toList();
    }

    /** The ledger as tables. */
    String table() {
        StringBuilder text = new StringBuilder();
        text.append("Seed %d, %d rows/s, %d s, feeds %s%n"
                .formatted(plan.seed(), plan.rowsPerSecond(), took.toSeconds(), plan.feedNames()));
        text.append("| fault | lasted | recovered after |%n|---|---|---|%n".formatted());
        faults.forEach(struck -> text.append("| %s | %.0f s | %.1f s |%n"
                .formatted(struck.fault().name(), seconds(struck.fault().lasting()), seconds(struck.recovery()))));
        flows.forEach(flow -> appendBooks(text, flow));
        text.append("Workers stopped in ")
                .append(stops.stream()
                        .map(stop -> "%.1f s".formatted(seconds(stop)))
                        .toList())
                .append('\n');
        mismatches().forEach(mismatch -> text.append("WRONG ").append(mismatch).append('\n'));
        return text.append(isSound() ? "Every acknowledged line is stored once." : "The books do not balance.")
                .toString();
    }

    private void appendBooks(StringBuilder text, Flow flow) {
        Ledger ledger = flow.ledger();
        text.append("| %s | |%n|---|---|%n".formatted(flow.traffic().feed()));
        row(text, "rows sent, repeated ones each time", ledger.rowsSent.sum());
        row(text, "lines acknowledged", ledger.acknowledged().size());
        row(text, "lines that may or may not be there", ledger.unanswered().size());
        row(text, "acknowledged lines offered again", ledger.duplicatesOffered.sum());
        row(text, "requests without success, repeated", ledger.requestsRepeated.sum());
        row(text, "ticks held back", ledger.ticksHeldBack.sum());
        row(text, "poison acknowledged", ledger.poison().size());
        Optional.ofNullable(verdicts.get(flow.traffic()))
                .ifPresent(verdict -> verdict.counts().forEach((what, number) -> row(text, what, number)));
    }

    private static void row(StringBuilder text, String what, long number) {
        text.append("| %s | %,d |%n".formatted(what, number));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
