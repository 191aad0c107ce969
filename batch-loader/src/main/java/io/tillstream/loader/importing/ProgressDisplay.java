package io.tillstream.loader.importing;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Shows progress: on a terminal one line that changes, elsewhere a line every few seconds. */
final class ProgressDisplay implements AutoCloseable {

    private static final Duration ON_A_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final Progress progress;
    private final boolean terminal =
            Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("progress").daemon().unstarted(this::showUntilEnd);
    private int shown;

    private ProgressDisplay(PrintWriter out, Progress progress) {
        this.out = out;
        this.progress = progress;
    }

    static ProgressDisplay of(Progress progress, PrintWriter out) {
        ProgressDisplay display = new ProgressDisplay(out, progress);
        display.thread.start();
        return display;
    }

    /** A line that stays. */
    synchronized void say(String line) {
        if (terminal) {
            redraw("");
        }
        out.println(line);
        out.flush();
    }

    @Override
    public void close() {
        end.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal) {
            redraw("");
        }
    }

    private void showUntilEnd() {
        try {
            while (!end.await((terminal ? ON_A_TERMINAL : ELSEWHERE).toMillis(), TimeUnit.MILLISECONDS)) {
                show();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show() {
        String line = terminal ? progress.withBars() : progress.plain();
        if (terminal) {
            redraw(line);
        } else if (!line.isEmpty()) {
            out.println(line);
            out.flush();
        }
    }

    private synchronized void redraw(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())) + (line.isEmpty() ? "\r" : ""));
        out.flush();
        shown = line.length();
    }
}
