package io.tillstream.bootstrap;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes a cloud that speaks as AWS does ready for the services, and ends. */
@Command(
        name = "bootstrap",
        description = {
            "Creates the streams, the tables, the bucket and the delivery streams in an emulated cloud, each unless it"
                    + " is there.",
            "In AWS the stacks do that: without an endpoint this command refuses to run."
        },
        subcommands = LoginsCommand.class,
        mixinStandardHelpOptions = true,
        version = "Tillstream 0.1.0-SNAPSHOT",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is there", "1:the cloud did not answer, or refused", "2:wrong usage"})
public final class BootstrapCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Option(
            names = "--endpoint",
            defaultValue = "${env:AWS_ENDPOINT_URL}",
            description = "Where the cloud is (default: AWS_ENDPOINT_URL).")
    private @Nullable URI endpoint;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "${env:BOOTSTRAP_WAIT:-120}",
            description = "How long the cloud may take to be ready (default: 120, or BOOTSTRAP_WAIT).")
    private int wait;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "Make a development key unless this file is there: its entry, for tillstream.access.keys-file.")
    private @Nullable Path keys;

    @Option(names = "--developer", paramLabel = "FILE", description = "Where that key itself goes.")
    private @Nullable Path developer;

    @Option(names = "--show-key", description = "Print that key, and do nothing else.")
    private boolean showKey;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new BootstrapCommand()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("bootstrap: " + failure.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
    }

    @Override
    public Integer call() throws Exception {
        if (showKey && developer != null) {
            say(DevelopmentKey.read(developer));
            return 0;
        }
        if (endpoint == null) {
            throw new ParameterException(spec.commandLine(), "Where is the cloud? Give --endpoint");
        }
        makeKey();
        say("Waiting for " + endpoint);
        try (CloudClients clients = CloudClients.of(endpoint)) {
            createMissing(new Bootstrap(clients), new Emulator(endpoint));
        }
        say("Streams, tables and bucket are there.");
        return 0;
    }

    private void createMissing(Bootstrap bootstrap, Emulator emulator) {
        try {
            new StartupRetry(Duration.ofSeconds(wait), PAUSE, Clock.systemUTC(), emulator::explain, this::say)
                    .until(bootstrap::createMissing);
        } catch (SdkException failure) {
            throw new IllegalStateException(emulator.conclude(failure), failure);
        }
    }

    private void makeKey() throws Exception {
        if (keys == null || developer == null) {
            return;
        }
        boolean made = new DevelopmentKey(keys, developer).makeUnlessThere();
        say(made ? "Made a development key." : "The development key is there.");
    }

    private void say(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }
}
