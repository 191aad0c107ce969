package io.tillstream.loader.importing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and its like: the run ends in order and gives back its claim before the program ends. */
final class Interruption implements AutoCloseable {

    /** A task on Fargate has 30 s from the signal to the kill. */
    private static final Duration FOR_THE_REPORT = Duration.ofSeconds(25);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final StopSignal stop;
    private final Thread hook = new Thread(this::interrupt, "interruption");
    private volatile int exitCode = ExitCodes.NOT_FINISHED;

    private Interruption(StopSignal stop) {
        this.stop = stop;
    }

    static Interruption of(StopSignal stop) {
        Interruption interruption = new Interruption(stop);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** What the program ends with when the signal comes too late to change it. */
    void exitCode(int code) {
        exitCode = code;
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook is running: it ends the program.
        }
    }

    private void interrupt() {
        stop.tell();
        try {
            ended.await(FOR_THE_REPORT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Left to itself, the virtual machine would end with the code of the signal.
        Runtime.getRuntime().halt(exitCode);
    }
}
