package io.tillstream.suite;

import io.tillstream.suite.demo.DayOfTrade;
import io.tillstream.suite.demo.Demo;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Like up; then sends a generated day of trade and looks some of it up.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private UpOptions options = new UpOptions();

    @Option(names = "--exit", description = "Stop after the look-ups instead of running on.")
    private boolean exit;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunningSuite running =
                RunningSuite.start(options.toSuiteOptions(), spec.commandLine().getOut());
        Suite suite = running.suite();
        new Demo(suite.ingest(), suite.query(), running::say).run(DayOfTrade.on(LocalDate.now(ZoneId.systemDefault())));
        if (exit) {
            running.close();
        } else {
            running.awaitStop();
        }
        return 0;
    }
}
