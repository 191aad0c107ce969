package io.tillstream.consumers.reprocess;

import io.tillstream.commandline.CommandRun;
import io.tillstream.commandline.StopSignal;
import io.tillstream.consumers.reprocess.RunEnding.Kind;
import io.tillstream.model.retry.Retry;
import io.tillstream.model.retry.RetryPolicy;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** One run: it retries what fails, but not for ever, because someone is waiting, and it stops in order when told to. */
final class ReprocessRun {

    private static final RetryPolicy PAUSES =
            RetryPolicy.untilStopped(Duration.ofMillis(100), Duration.ofMillis(6_400));

    private final CommandRun command;
    private final Retry retry;
    private final boolean dryRun;
    private final long begin = System.nanoTime();

    /**
     * @param patience for how long a step may fail
     * @param dryRun whether nothing is written
     */
    ReprocessRun(CommandRun command, Duration patience, boolean dryRun) {
        this.command = command;
        this.retry =
                Retry.of(PAUSES.givingUpAfter(patience), RuntimeException.class).waitingBy(command.stop()::endsWithin);
        this.dryRun = dryRun;
    }

    boolean isDry() {
        return dryRun;
    }

    StopSignal stop() {
        return command.stop();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Repeats a step until it succeeds, and ends the work when it is given up. */
    <T> T untilDone(String what, Supplier<T> step) {
        try {
            return retry.untilDone(step::get);
        } catch (RuntimeException failure) {
            // The edge of the run: whatever it is, the step has changed nothing that its repetition would double.
            stop().check();
            throw new GivenUpException(what + " failed: " + failure.getMessage());
        }
    }

    /**
     * Works to the end, or as far as it gets.
     *
     * @param progress how far it is, in one line
     * @param outOfReach what it means when the cloud fails beyond any step
     */
    RunEnding end(Runnable work, Supplier<String> progress, String outOfReach) {
        command.show(progress);
        try {
            work.run();
            stop().check();
            return new RunEnding(Kind.COMPLETE, null);
        } catch (StopSignal.StoppedException stopped) {
            return new RunEnding(Kind.INTERRUPTED, null);
        } catch (GivenUpException undone) {
            return new RunEnding(Kind.GAVE_UP, undone.getMessage());
        } catch (SdkException failure) {
            return new RunEnding(Kind.GAVE_UP, outOfReach + ": " + failure.getMessage());
        }
    }

    private static final class GivenUpException extends RuntimeException {

        GivenUpException(String message) {
            super(message);
        }
    }
}
