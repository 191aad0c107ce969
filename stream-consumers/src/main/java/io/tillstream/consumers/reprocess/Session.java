package io.tillstream.consumers.reprocess;

import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** One run of a command, from the opening of the cloud to the report. */
record Session(Workshop workshop, StopSignal stop, Perseverance perseverance) {

    /** Runs, reports, and tells the exit code of the program. */
    static int run(CommandLine command, List<String> settings, RunOptions options, Function<Session, Run> start) {
        StopSignal stop = new StopSignal();
        try (Workshop workshop = Workshop.open(settings);
                Interruption interruption = Interruption.of(stop)) {
            Run run = start.apply(new Session(workshop, stop, new Perseverance(stop, options.patience())));
            Report report = watched(run, command);
            command.getOut().println(options.json() ? JsonMapper.shared().writeValueAsString(report) : report.text());
            command.getOut().flush();
            interruption.exitCode(report.exitCode());
            return report.exitCode();
        }
    }

    private static Report watched(Run run, CommandLine command) {
        ProgressDisplay display = ProgressDisplay.of(run, command.getErr());
        try {
            return run.run();
        } finally {
            display.close();
        }
    }
}
