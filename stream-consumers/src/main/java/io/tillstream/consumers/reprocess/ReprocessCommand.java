package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.CommandReport;
import io.tillstream.commandline.CommandRun;
import io.tillstream.commandline.ExitCodes;
import io.tillstream.commandline.RootCause;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code reprocess}: gives rows to the sinks a second time. Nothing doubles, whatever is given again,
 * because identity travels with the row. It is configured as the service is, by the same settings.
 */
@Command(
        name = "reprocess",
        description = {
            "Gives rows to the stores again: those that were rejected, or those of the raw lake.",
            "Settings (endpoint, credentials, stream, bucket, tables) are those of the stream consumers: environment"
                    + " variables such as AWS_ENDPOINT_URL and TILLSTREAM_CONSUMERS_LAKE_BUCKET."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ExitCodes.UNREADABLE,
        exitCodeOnExecutionException = ExitCodes.NOT_FINISHED,
        subcommands = {RejectedCommand.class, RawCommand.class, HelpCommand.class})
public final class ReprocessCommand implements Runnable {

    private static final Duration FOR_THE_REPORT = Duration.ofSeconds(20);

    private final List<String> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Configured by its environment alone. */
    public ReprocessCommand() {
        this(List.of());
    }

    /** @param settings of the stream consumers, as on their command line: {@code --name=value} */
    public ReprocessCommand(List<String> settings) {
        this.settings = List.copyOf(settings);
    }

    /** The command as a program of its own. */
    public CommandLine commandLine() {
        return new CommandLine(this)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("reprocess: " + RootCause.messageOf(failure));
                    return ExitCodes.NOT_FINISHED;
                });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: rejected, or raw");
    }

    /** Opens the cloud, redelivers, and reports. */
    int reprocess(ReprocessOptions options, BiFunction<ReprocessContext, ReprocessRun, CommandReport> redelivery)
            throws IOException {
        return new CommandRun(options.command(), FOR_THE_REPORT).report(options.form(), run -> {
            try (ReprocessContext context = ReprocessContext.open(settings)) {
                return redelivery.apply(context, options.begin(run));
            }
        });
    }
}
