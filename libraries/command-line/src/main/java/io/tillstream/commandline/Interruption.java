package io.tillstream.commandline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and similar signals: a run is asked to end, and has some time to end in order and to report. */
public final class Interruption implements AutoCloseable {

    /** The signal that stops a run, and how long the run may take to end after it. */
    public record Request(Runnable ask, Duration patience) {}

    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Request> requests;
    private final Thread hook = new Thread(this::interrupt, "interruption");
    private volatile int exitCode;

    private Interruption(int exitCode, List<Request> requests) {
        this.exitCode = exitCode;
        this.requests = requests;
    }

    /**
     * From here on until it is closed, a signal interrupts the run.
     *
     * @param exitCode what the program ends with if the run does not tell otherwise
     * @param requests one after the other, until the run has ended
     */
    public static Interruption of(int exitCode, Request... requests) {
        Interruption interruption = new Interruption(exitCode, List.of(requests));
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** What the program ends with when the signal comes too late to change it. */
    public void exitCode(int code) {
        exitCode = code;
    }

    /** The run has ended. */
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
        try {
            for (Request request : requests) {
                request.ask().run();
                if (ended.await(request.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Left to itself, the virtual machine would end with the code of the signal.
        Runtime.getRuntime().halt(exitCode);
    }
}
