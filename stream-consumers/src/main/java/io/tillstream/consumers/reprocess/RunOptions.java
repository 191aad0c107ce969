package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.DurationConverter;
import io.tillstream.commandline.ReportForm;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options of every way to reprocess. */
final class RunOptions {

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

    boolean dryRun() {
        return dryRun;
    }

    ReportForm form() {
        return new ReportForm(json, null);
    }

    Duration patience() {
        return patience;
    }
}
