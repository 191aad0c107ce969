package io.tillstream.localcloud;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The cloud as a program of its own, without a warehouse. */
@Command(
        name = "local-cloud",
        description = "Kinesis, Firehose, S3 and DynamoDB on one port, until it is told to stop.",
        mixinStandardHelpOptions = true,
        version = "Tillstream 0.1.0-SNAPSHOT")
public final class LocalCloudCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:LOCAL_CLOUD_DATA}",
            description = "Folder that keeps the state (default: LOCAL_CLOUD_DATA; without either, none is kept).")
    private @Nullable Path data;

    @Option(
            names = "--address",
            defaultValue = "${env:LOCAL_CLOUD_ADDRESS:-127.0.0.1}",
            description = "Where to listen; who can reach it can do everything (default: 127.0.0.1).")
    private String address = "";

    @Option(
            names = "--host",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "${env:LOCAL_CLOUD_HOSTS}",
            description = "Names by which it is called, besides localhost and the like (default: LOCAL_CLOUD_HOSTS).")
    private List<String> hosts = List.of();

    @Option(
            names = "--port",
            defaultValue = "${env:LOCAL_CLOUD_PORT:-4566}",
            description = "The port (default: 4566, or LOCAL_CLOUD_PORT).")
    private int port;

    @Option(names = "--limits", description = "Refuse what exceeds AWS's rates of shards, tables and partitions.")
    private boolean limits;

    @Option(
            names = "--changes-take",
            paramLabel = "TIME",
            defaultValue = "PT0S",
            description =
                    "How long streams and tables take to be created and changed, such as PT5S (default: no time).")
    private Duration changes = Duration.ZERO;

    @Option(names = "--check", description = "Start, say whether that went well, and stop.")
    private boolean check;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Reports in one line why it cannot start; the container that runs this may be restarted for ever. */
    static CommandLine commandLine() {
        return new CommandLine(new LocalCloudCommand()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("local-cloud: " + failure.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
    }

    @Override
    public Integer call() throws InterruptedException {
        LocalCloudBuilder builder = LocalCloud.builder()
                .address(address)
                .hosts(names())
                .port(port)
                .limits(limits)
                .changesTake(changes);
        if (data != null) {
            builder.data(data);
        }
        LocalCloud cloud = builder.start();
        if (check) {
            cloud.close();
            return 0;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(cloud::close, "stop"));
        spec.commandLine()
                .getOut()
                .println(
                        "Listening on " + address + ", port " + cloud.endpoint().getPort());
        spec.commandLine().getOut().flush();
        Thread.currentThread().join();
        return 0;
    }

    /** Picocli takes a variable that is not set for an empty name. */
    private List<String> names() {
        return hosts.stream().filter(name -> !name.isBlank()).toList();
    }
}
