package io.tillstream.consumers.reprocess;

import java.util.List;
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
        exitCodeOnInvalidInput = Report.UNREADABLE,
        exitCodeOnExecutionException = Report.NOT_FINISHED,
        subcommands = {RejectedCommand.class, RawCommand.class, HelpCommand.class})
public final class ReprocessCommand implements Runnable {

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
                    command.getErr().println("reprocess: " + rootOf(failure).getMessage());
                    return Report.NOT_FINISHED;
                });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: rejected, or raw");
    }

    List<String> settings() {
        return settings;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
