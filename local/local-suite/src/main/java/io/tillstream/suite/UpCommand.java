package io.tillstream.suite;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description = "Starts the whole pipeline on the embedded cloud, and runs until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Mixin
    private UpOptions options = new UpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        RunningSuite running =
                RunningSuite.start(options.toSuiteOptions(), spec.commandLine().getOut());
        running.awaitStop();
        return 0;
    }
}
