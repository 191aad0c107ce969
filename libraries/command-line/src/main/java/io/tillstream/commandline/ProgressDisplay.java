package io.tillstream.commandline;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks how far a run is and shows it, several times a second on a terminal, else every few seconds, until closed. */
public final class ProgressDisplay implements AutoCloseable {

    private static final Duration ON_A_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final ChangingLine line;
    private final Supplier<String> progress;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("progress").daemon().unstarted(this::showUntilEnd);

    private ProgressDisplay(ChangingLine line, Supplier<String> progress) {
        this.line = line;
        this.progress = progress;
    }

    /** Begins to show. */
    public static ProgressDisplay of(ChangingLine line, Supplier<String> progress) {
        ProgressDisplay display = new ProgressDisplay(line, progress);
        display.thread.start();
        return display;
    }

    /** Writes a line that stays. */
    public void say(String text) {
        line.say(text);
    }

    @Override
    public void close() {
        end.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        line.clear();
    }

    private void showUntilEnd() {
        Duration pause = line.isTerminal() ? ON_A_TERMINAL : ELSEWHERE;
        try {
            while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                line.show(progress.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
