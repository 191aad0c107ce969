package io.tillstream.commandline;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** On a terminal one line that changes; elsewhere each line stays. Safe for several threads. */
public final class ChangingLine {

    private final PrintWriter out;
    private final boolean terminal;
    private int shown;

    public ChangingLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Whether somebody is looking at what this program writes. */
    public static boolean isOnTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    public boolean isTerminal() {
        return terminal;
    }

    /** Shows this in place of what was shown; elsewhere than on a terminal after it, unless it is empty. */
    public synchronized void show(String line) {
        if (line.isEmpty()) {
            clear();
        } else if (terminal) {
            redraw(line);
        } else {
            print(line);
        }
    }

    /** Writes a line that stays. */
    public synchronized void say(String line) {
        clear();
        print(line);
    }

    /** Removes the changing line. */
    public synchronized void clear() {
        if (terminal && shown > 0) {
            redraw("");
        }
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }

    private void redraw(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())) + (line.isEmpty() ? "\r" : ""));
        out.flush();
        shown = line.length();
    }
}
