package io.tillstream.commandline;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * One run of a command: it shows how far it is, ends in order when a signal tells it to stop, prints its report, and
 * ends the program with the code of that.
 */
public final class CommandRun {

    private final StopSignal stop = new StopSignal();
    private final CommandLine command;
    private final ChangingLine line;
    private final Duration toEnd;
    private final Duration afterBreakOff;
    private volatile Supplier<String> progress = () -> "";
    private volatile Runnable breakOff = () -> {};

    /** @param toEnd how long the run may take to end in order and to report, once told to stop */
    public CommandRun(CommandLine command, Duration toEnd) {
        this(command, toEnd, Duration.ZERO);
    }

    /** @param afterBreakOff how long it may take after that, when what was under way has been broken off */
    public CommandRun(CommandLine command, Duration toEnd, Duration afterBreakOff) {
        this.command = command;
        this.line = new ChangingLine(command.getErr(), ChangingLine.isOnTerminal());
        this.toEnd = toEnd;
        this.afterBreakOff = afterBreakOff;
    }

    /** What a command does. */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        CommandReport perform(CommandRun run) throws E;
    }

    /** Does the work, prints its report, and returns the exit code of the program. */
    public <E extends Exception> int report(ReportForm form, Work<E> work) throws E, IOException {
        try (Interruption interruption = Interruption.of(
                ExitCodes.NOT_FINISHED,
                new Interruption.Request(stop::tell, toEnd),
                new Interruption.Request(() -> breakOff.run(), afterBreakOff))) {
            CommandReport report = watched(work);
            form.print(report, command.getOut());
            interruption.exitCode(report.exitCode());
            return report.exitCode();
        }
    }

    /** Told when the run is to end. */
    public StopSignal stop() {
        return stop;
    }

    /** Shows this from here on, asked by another thread. */
    public void show(Supplier<String> howFar) {
        progress = howFar;
    }

    /** Whether what is shown is one line that changes. */
    public boolean isOnTerminal() {
        return line.isTerminal();
    }

    /** Writes a line that stays, beside the report. */
    public void say(String text) {
        line.say(text);
    }

    /** Breaks off what is under way by this, when the run has not ended in order in time. */
    public void breakOffBy(Runnable closing) {
        breakOff = closing;
    }

    private <E extends Exception> CommandReport watched(Work<E> work) throws E {
        ProgressDisplay display = ProgressDisplay.of(line, () -> progress.get());
        try {
            return work.perform(this);
        } finally {
            display.close();
        }
    }
}
