package io.tillstream.suite;

import io.tillstream.access.keys.KeyCommand;
import io.tillstream.consumers.reprocess.ReprocessCommand;
import io.tillstream.loader.importing.ImportCommand;
import io.tillstream.producer.generate.GenerateCommand;
import io.tillstream.producer.replay.ReplayCommand;
import java.util.Set;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code ./tillstream}. */
@Command(
        name = "tillstream",
        description = "An e-commerce transaction pipeline, on this machine.",
        mixinStandardHelpOptions = true,
        version = "Tillstream 0.1.0-SNAPSHOT",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            ReplayCommand.class,
            GenerateCommand.class,
            KeyCommand.class,
            HelpCommand.class
        })
public final class Tillstream {

    /** The commands whose log belongs to a suite's state. */
    private static final Set<String> STARTING_A_SUITE = Set.of("up", "demo");

    private Tillstream() {}

    public static void main(String[] args) {
        // Several Spring applications share this JVM; logback.xml, not the first of them to start, decides on logging.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        if (args.length == 0 || !STARTING_A_SUITE.contains(args[0])) {
            LogFile.ofCommands().used();
        }
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Tillstream())
                .addSubcommand(new ReprocessCommand(CloudSettings.ofThisMachine()).commandLine())
                .addSubcommand("load", new ImportCommand(CloudSettings.withWarehouseOfThisMachine()).commandLine())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof StoppedWhileStartingException)) {
                        command.getErr().println("tillstream: " + reason(failure));
                    }
                    return command.getCommandSpec().exitCodeOnExecutionException();
                });
    }

    /** One line: what failed, and what was at the bottom of it. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String what = String.valueOf(failure.getMessage());
        String why = String.valueOf(root.getMessage());
        return failure instanceof CannotStartException || what.contains(why) ? what : what + ": " + why;
    }
}
