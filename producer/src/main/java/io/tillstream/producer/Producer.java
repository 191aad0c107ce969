package io.tillstream.producer;

import io.tillstream.producer.generate.GenerateCommand;
import io.tillstream.producer.replay.ReplayCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The client as a program of its own. */
@Command(
        name = "producer",
        description = "Sends files of rows to the ingest API, and generates such files.",
        mixinStandardHelpOptions = true,
        version = "Tillstream 0.1.0-SNAPSHOT",
        exitCodeOnInvalidInput = 1,
        subcommands = {ReplayCommand.class, GenerateCommand.class, HelpCommand.class})
public final class Producer {

    private Producer() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Producer());
    }
}
