package io.tillstream.producer.replay;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and its like: the replay is stopped in order, saves its place, and reports, before the program ends. */
final class Interruption implements AutoCloseable {

    private static final Duration FOR_ANSWERS = Duration.ofSeconds(3);
    private static final Duration FOR_THE_REPORT = Duration.ofSeconds(3);
    private static final int NOT_FINISHED = 3;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Replay replay;
    private final Thread hook = new Thread(this::interrupt, "interruption");
    private volatile int exitCode = NOT_FINISHED;

    private Interruption(Replay replay) {
        this.replay = replay;
    }

    static Interruption of(Replay replay) {
        Interruption interruption = new Interruption(replay);
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
        replay.stop();
        try {
            if (!ended.await(FOR_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)) {
                replay.breakOff();
                ended.await(FOR_THE_REPORT.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Left to itself, the virtual machine would end with the code of the signal.
        Runtime.getRuntime().halt(exitCode);
    }
}
