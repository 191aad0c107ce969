package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.CommandRun;
import io.tillstream.commandline.DurationConverter;
import io.tillstream.commandline.ReportForm;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of every way to reprocess. */
final class ReprocessOptions {

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = TimeConverter.class,
            description = "What arrived at that time or later, in UTC: 2026-03-01, 2026-03-01T14, 2026-03-01T14:30.")
    private @Nullable Instant from;

    @Option(
            names = "--to",
            paramLabel = "T",
            converter = TimeConverter.class,
            description = "What arrived before that time.")
    private @Nullable Instant to;

    @Option(names = "--dry-run", order = 1, description = "Read and count everything, and write nothing.")
    private boolean dryRun;

    @Option(names = "--json", order = 1, description = "Print the report as one JSON object.")
    private boolean json;

    @Option(
            names = "--patience",
            order = 1,
            paramLabel = "TIME",
            defaultValue = "2m",
            converter = DurationConverter.class,
            description = "How long to try again what fails before giving up (default: ${DEFAULT-VALUE}).")
    private Duration patience = Duration.ofMinutes(2);

    boolean haveTime() {
        return from != null || to != null;
    }

    TimeRange time(CommandLine command) {
        try {
            return new TimeRange(
                    from == null ? TimeRange.ALWAYS.from() : from, to == null ? TimeRange.ALWAYS.to() : to);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, String.valueOf(e.getMessage()), e);
        }
    }

    ReportForm form() {
        return new ReportForm(json, null);
    }

    ReprocessRun begin(CommandRun run) {
        return new ReprocessRun(run, patience, dryRun);
    }
}
