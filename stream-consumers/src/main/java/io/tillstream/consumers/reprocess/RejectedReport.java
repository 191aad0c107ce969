package io.tillstream.consumers.reprocess;

import static io.tillstream.commandline.ReportLines.count;

import io.tillstream.commandline.CommandReport;
import io.tillstream.commandline.ExitCodes;
import io.tillstream.commandline.ReportLines;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of dead letters.
 *
 * @param letters how many were read
 * @param published how many rows went through the stream again
 * @param settledBefore how many were left over of a record that had been taken up before
 * @param stored how many rows a sink took, by sink
 * @param kept how many stay where they are, by sink and by reason
 * @param foreign keys of objects that are no letters
 */
record RejectedReport(
        boolean dryRun,
        RunEnding ending,
        long letters,
        long published,
        long settledBefore,
        Map<String, Long> stored,
        Map<String, Map<String, Long>> kept,
        List<String> foreign,
        long millis)
        implements CommandReport {

    @Override
    public int exitCode() {
        if (!ending.isComplete()) {
            return ExitCodes.NOT_FINISHED;
        }
        if (!foreign.isEmpty()) {
            return ExitCodes.UNREADABLE;
        }
        return kept.isEmpty() ? ExitCodes.DONE : ExitCodes.REJECTED;
    }

    @Override
    public String text() {
        String would = dryRun ? " would be" : "";
        ReportLines lines = new ReportLines("%-11s %s");
        lines.add("rejected", count(letters) + " letters" + (dryRun ? "; a dry run: nothing was written" : ""));
        lines.add("stream", count(published) + " rows" + would + " published again, for every sink");
        stored.forEach((sink, rows) -> lines.add(sink, count(rows) + " rows" + would + " given to this sink alone"));
        if (settledBefore > 0) {
            lines.add("", count(settledBefore) + " letters are of records that were published before");
        }
        kept.forEach((sink, reasons) -> reasons.forEach(
                (reason, number) -> lines.add("kept", sink + ": " + count(number) + " letters: " + reason)));
        foreign.forEach(key -> lines.add("unreadable", key + " is no dead letter"));
        if (!ending.isComplete()) {
            lines.say(ending.sentence() + " What was done is marked so: the same command goes on from here.");
        }
        return lines.text();
    }

    @Override
    public String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }
}
