package io.tillstream.campaign;

import java.time.Duration;
import java.util.List;

/** What came of a campaign. */
record Outcome(Plan plan, Ledger ledger, List<Struck> faults, List<Duration> stops, Duration took, Verdict verdict) {

    /** @param recovery from when the fault was mended until nothing was waiting any more */
    record Struck(Fault fault, Duration recovery) {}

    boolean isSound() {
        return verdict.mismatches().isEmpty();
    }

    /** The ledger as tables. */
    String table() {
        StringBuilder text = new StringBuilder();
        text.append("Seed %d, %d rows/s, %d s, sinks %s%n"
                .formatted(plan.seed(), plan.rowsPerSecond(), took.toSeconds(), Stores.SINKS));
        text.append("| fault | lasted | recovered after |%n|---|---|---|%n".formatted());
        faults.forEach(struck -> text.append("| %s | %.0f s | %.1f s |%n"
                .formatted(struck.fault().name(), seconds(struck.fault().lasting()), seconds(struck.recovery()))));
        text.append("| ledger | |%n|---|---|%n".formatted());
        row(text, "rows sent, repeated ones each time", ledger.rowsSent.sum());
        row(text, "lines acknowledged", ledger.acknowledged().size());
        row(text, "lines that may or may not be there", ledger.unanswered().size());
        row(text, "acknowledged lines offered again", ledger.duplicatesOffered.sum());
        row(text, "requests without success, repeated", ledger.requestsRepeated.sum());
        row(text, "ticks held back", ledger.ticksHeldBack.sum());
        row(text, "poison acknowledged", ledger.poison().size());
        verdict.counts().forEach((what, number) -> row(text, what, number));
        text.append("Workers stopped in ")
                .append(stops.stream()
                        .map(stop -> "%.1f s".formatted(seconds(stop)))
                        .toList())
                .append('\n');
        verdict.mismatches()
                .forEach(mismatch -> text.append("WRONG ").append(mismatch).append('\n'));
        return text.append(isSound() ? "Every acknowledged line is stored once." : "The books do not balance.")
                .toString();
    }

    private static void row(StringBuilder text, String what, long number) {
        text.append("| %s | %,d |%n".formatted(what, number));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
