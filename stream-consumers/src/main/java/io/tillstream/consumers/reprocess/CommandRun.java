package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.ChangingLine;
import io.tillstream.commandline.Interruption;
import io.tillstream.commandline.ProgressDisplay;
import io.tillstream.commandline.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** One run of a command, from the opening of the cloud to the report. */
record CommandRun(ReprocessContext context, StopSignal stop, ReprocessRetry retry) {

    private static final Duration FOR_THE_REPORT = Duration.ofSeconds(20);

    /** Runs, reports, and tells the exit code of the program. */
    static int run(CommandLine command, List<String> settings, RunOptions options, Function<CommandRun, Run> start) {
        StopSignal stop = new StopSignal();
        try (ReprocessContext context = ReprocessContext.open(settings);
                Interruption interruption =
                        Interruption.of(Report.NOT_FINISHED, new Interruption.Request(stop::tell, FOR_THE_REPORT))) {
            Run run = start.apply(new CommandRun(context, stop, new ReprocessRetry(stop, options.patience())));
            Report report = watched(run, command);
            command.getOut().println(options.json() ? JsonMapper.shared().writeValueAsString(report) : report.text());
            command.getOut().flush();
            interruption.exitCode(report.exitCode());
            return report.exitCode();
        }
    }

    private static Report watched(Run run, CommandLine command) {
        ChangingLine line = new ChangingLine(command.getErr(), ChangingLine.isOnTerminal());
        ProgressDisplay display = ProgressDisplay.of(line, run::progress);
        try {
            return run.run();
        } finally {
            display.close();
        }
    }
}
