package io.tillstream.localcloud.processes;

import java.util.ArrayList;
import java.util.List;

/**
 * Starts a program in a session of its own. A signal to the process group of its parent, as terminals, {@code timeout}
 * and supervisors send it, does not reach it; nor does it end at a SIGTERM of its own, as it gets from a supervisor that
 * signals every process it knows. It is to end when its standard input does, which is when its parent is gone.
 */
public final class OwnSession {

    // Linux has setsid. Elsewhere the shell gives a job a process group of its own; dash, which needs a terminal for
    // that, is Linux's. A job without a group of its own would get an empty input, hence the detour.
    private static final String START = """
            trap '' INT HUP TERM
            if command -v setsid >/dev/null 2>&1; then exec setsid "$@"; fi
            set -m
            exec 3<&0
            "$@" <&3 3<&- &
            wait $!
            """;

    private OwnSession() {}

    /** The command that starts the given one so. */
    public static List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", START, "sh"));
        command.addAll(program);
        return command;
    }
}
