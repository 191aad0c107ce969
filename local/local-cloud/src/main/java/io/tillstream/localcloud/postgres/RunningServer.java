package io.tillstream.localcloud.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A server that one of these clouds started, this one or another.
 *
 * @param folder where its data lie, as {@link Postgres#start} was told
 */
public record RunningServer(ProcessHandle process, Path folder) {

    private static final Pattern PROGRAM = Pattern.compile(".*/postgres-\\d+-[0-9a-f]+/bin/postgres");
    private static final int PATIENCE_SECONDS = 30;

    /** The server on a port; none if another program listens there. */
    public static Optional<RunningServer> on(int port) {
        return ProcessHandle.allProcesses()
                .filter(RunningServer::isOurs)
                .flatMap(process -> at(port, process).stream())
                .findFirst();
    }

    /** Ends it, as PostgreSQL's immediate shutdown does: sessions are cut, what was committed is kept. */
    public void end() throws IOException {
        signal("-INT");
        if (!isGone()) {
            signal("-QUIT");
            isGone();
        }
    }

    private static boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .filter(program -> PROGRAM.matcher(program).matches())
                .isPresent();
    }

    private static Optional<RunningServer> at(int port, ProcessHandle process) {
        List<String> arguments = Arrays.asList(process.info().arguments().orElseGet(() -> new String[0]));
        return following("-p", arguments)
                .filter(Integer.toString(port)::equals)
                .flatMap(same -> following("-D", arguments))
                .map(data -> new RunningServer(
                        process, Path.of(data).resolveSibling("").normalize()));
    }

    private static Optional<String> following(String option, List<String> arguments) {
        int place = arguments.indexOf(option);
        return place < 0 || place + 1 >= arguments.size() ? Optional.empty() : Optional.of(arguments.get(place + 1));
    }

    private void signal(String signal) throws IOException {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while ending PostgreSQL left behind");
        }
    }

    private boolean isGone() {
        try {
            process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            return true;
        } catch (CompletionException late) {
            return false;
        }
    }
}
