package io.tillstream.consumers.reprocess;

import static io.tillstream.commandline.ReportLines.count;

import io.tillstream.commandline.CommandReport;
import io.tillstream.commandline.ExitCodes;
import io.tillstream.commandline.ReportLines;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of raw lines.
 *
 * @param targets by the name of the sink in capitals
 * @param after the key to go on after, when not all was done
 */
record RawReport(
        boolean dryRun,
        RunEnding ending,
        ObjectCounts objects,
        Rows rows,
        Map<String, Effect> targets,
        String after,
        long millis)
        implements CommandReport {

    /** Objects read to their end, of those that were to be. */
    record ObjectCounts(long read, long found, long bytes) {}

    /** A line that is none, or where an object could be read no further. */
    record Damage(String object, long line, String reason) {

        String place() {
            return object + " line " + line;
        }
    }

    /** Rows read, and those that are none, with the first of them. */
    record Rows(long read, long undecodable, List<Damage> firstUndecodable, List<Damage> unreadableObjects) {}

    /** What a target did with the rows. */
    record Effect(long stored, Map<String, Long> refused) {}

    @Override
    public int exitCode() {
        if (!ending.isComplete()) {
            return ExitCodes.NOT_FINISHED;
        }
        if (rows.undecodable() > 0 || !rows.unreadableObjects().isEmpty()) {
            return ExitCodes.UNREADABLE;
        }
        boolean all =
                targets.values().stream().allMatch(effect -> effect.refused().isEmpty());
        return all ? ExitCodes.DONE : ExitCodes.REJECTED;
    }

    @Override
    public String text() {
        ReportLines lines = new ReportLines("%-11s %s");
        lines.add(
                "raw",
                count(objects.read()) + " of " + count(objects.found()) + " objects, " + count(rows.read()) + " rows, "
                        + count(objects.bytes()) + " bytes" + (dryRun ? "; a dry run: nothing was written" : ""));
        targets.forEach((target, effect) -> lines.add(target.toLowerCase(Locale.ROOT), described(effect)));
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

    @Override
    public String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    private String described(Effect effect) {
        return (dryRun ? count(rows.read()) + " rows would be sent" : count(effect.stored()) + " rows stored")
                + effect.refused().entrySet().stream()
                        .map(one -> "; " + count(one.getValue()) + " refused: " + one.getKey())
                        .collect(Collectors.joining());
    }
}
