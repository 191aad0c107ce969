package io.tillstream.consumers.reprocess;

import io.tillstream.model.layout.SinkName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of raw lines.
 *
 * @param after the key to go on after, when not all was done
 */
record RawReport(
        boolean dryRun,
        RunEnding ending,
        Objects objects,
        Rows rows,
        Map<SinkName, Effect> targets,
        String after,
        long millis)
        implements Report {

    /** Objects read to their end, of those that were to be. */
    record Objects(long read, long found, long bytes) {}

    /** Rows read, and those that are none, with the first of them. */
    record Rows(long read, long undecodable, List<Damage> firstUndecodable, List<Damage> unreadableObjects) {}

    /** A line that is none, or where an object could be read no further. */
    record Damage(String object, long line, String reason) {

        private String place() {
            return object + " line " + line;
        }
    }

    /** What a target did with the rows. */
    record Effect(long stored, Map<String, Long> refused) {}

    @Override
    public int exitCode() {
        if (!ending.isComplete()) {
            return NOT_FINISHED;
        }
        if (rows.undecodable() > 0 || !rows.unreadableObjects().isEmpty()) {
            return UNREADABLE;
        }
        return targets.values().stream().allMatch(effect -> effect.refused().isEmpty()) ? DONE : STILL_REJECTED;
    }

    @Override
    public String text() {
        ReportLines lines = new ReportLines();
        lines.add(
                "raw",
                count(objects.read()) + " of " + count(objects.found()) + " objects, " + count(rows.read()) + " rows, "
                        + count(objects.bytes()) + " bytes" + (dryRun ? "; a dry run: nothing was written" : ""));
        targets.forEach((target, effect) -> lines.add(target.text(), described(effect)));
        lines.add("speed", count(rows.read() * 1_000 / Math.max(1, millis)) + " rows/s, for " + millis / 1e3 + " s");
        if (rows.undecodable() > 0) {
            lines.add("undecodable", count(rows.undecodable()) + " rows");
        }
        rows.firstUndecodable().forEach(one -> lines.add("", one.place() + ": " + one.reason()));
        rows.unreadableObjects().forEach(one -> lines.add("unreadable", "after " + one.place() + ": " + one.reason()));
        if (!ending.isComplete()) {
            lines.say(ending.sentence() + (after.isEmpty() ? "" : " Go on with --after " + after));
        }
        return lines.text();
    }

    private String described(Effect effect) {
        return (dryRun ? count(rows.read()) + " rows would be sent" : count(effect.stored()) + " rows stored")
                + effect.refused().entrySet().stream()
                        .map(one -> "; " + count(one.getValue()) + " refused: " + one.getKey())
                        .collect(Collectors.joining());
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
