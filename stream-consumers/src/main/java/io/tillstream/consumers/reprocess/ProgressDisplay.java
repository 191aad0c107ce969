package io.tillstream.consumers.reprocess;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/** Shows how far a run is: on a terminal one line that changes, elsewhere a line every few seconds. */
final class ProgressDisplay {

    private static final Duration ON_A_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final Run run;
    private final boolean terminal =
            Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    private final StopSignal end = new StopSignal();
    private final Thread thread = Thread.ofPlatform().name("progress").daemon().unstarted(this::show);
    private int shown;

    private ProgressDisplay(PrintWriter out, Run run) {
        this.out = out;
        this.run = run;
    }

    static ProgressDisplay of(Run run, PrintWriter out) {
        ProgressDisplay display = new ProgressDisplay(out, run);
        display.thread.start();
        return display;
    }

    void close() {
        end.tell();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal) {
            redraw("");
        }
    }

    private void show() {
        while (!end.within(terminal ? ON_A_TERMINAL : ELSEWHERE)) {
            if (terminal) {
                redraw(run.progress());
            } else {
                out.println(run.progress());
                out.flush();
            }
        }
    }

    private void redraw(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())) + (line.isEmpty() ? "\r" : ""));
        out.flush();
        shown = line.length();
    }
}
