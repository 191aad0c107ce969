package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.CommandRun;
import io.tillstream.commandline.DurationConverter;
import io.tillstream.commandline.ReportForm;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every way to reprocess. */
final class ReprocessOptions {

    /** In the help before the options of a command, which come before the others of these. */
    static final int TIME_FIRST = -2;

    @Option(
            names = "--from",
            order = TIME_FIRST,
            paramLabel = "T",
            converter = TimeConverter.class,
            description = "What arrived at that time or later, in UTC: 2026-03-01, 2026-03-01T14, 2026-03-01T14:30.")
    private @Nullable Instant from;

    @Option(
            names = "--to",
            order = TIME_FIRST,
            paramLabel = "T",
            converter = TimeConverter.class,
            description = "What arrived before that time.")
    private @Nullable Instant to;

    @Option(names = "--dry-run", description = "Read and count everything, and write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            defaultValue = "2m",
            converter = DurationConverter.class,
            description = "How long to try again what fails before giving up (default: ${DEFAULT-VALUE}).")
    private Duration patience = Duration.ofMinutes(2);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The command that has these options. */
    CommandLine command() {
        return spec.commandLine();
    }

    boolean haveTime() {
        return from != null || to != null;
    }

    TimeRange time() {
        return taken(() ->
                new TimeRange(from == null ? TimeRange.ALWAYS.from() : from, to == null ? TimeRange.ALWAYS.to() : to));
    }

    /** What an argument stands for; refuses the usage when that cannot be. */
    <T> T taken(Supplier<T> argument) {
        try {
            return argument.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Refuses the usage otherwise. */
    void require(boolean right, String otherwise) {
        if (!right) {
            throw new ParameterException(command(), otherwise);
        }
    }

    ReportForm form() {
        return new ReportForm(json, null);
    }

    ReprocessRun begin(CommandRun run) {
        return new ReprocessRun(run, patience, dryRun);
    }
}
