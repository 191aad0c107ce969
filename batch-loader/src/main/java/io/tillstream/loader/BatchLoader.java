package io.tillstream.loader;

import io.tillstream.loader.importing.ImportCommand;
import io.tillstream.loader.warehouse.WarehouseCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The jobs as a program: a scheduled task, a container, a line in a terminal. */
@Command(
        name = "batch-loader",
        description = "Loads what Firehose delivered, and files.",
        mixinStandardHelpOptions = true,
        version = "Tillstream 0.1.0-SNAPSHOT",
        subcommands = {WarehouseCommand.class, HelpCommand.class})
public final class BatchLoader {

    private BatchLoader() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new BatchLoader())
                .addSubcommand(new ImportCommand().commandLine())
                .execute(args));
    }
}
