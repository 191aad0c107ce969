package io.tillstream.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A part of the pipeline in a JVM of its own, which can be treated as badly as a platform treats processes. */
final class ChildProcess implements AutoCloseable {

    private static final Duration LONGEST_END = Duration.ofSeconds(60);

    private final Process process;
    private @Nullable String address;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** @param logs where its log goes, and what it says besides */
    static ChildProcess start(String name, Path logs, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                "-Dtillstream.log.file=" + logs.resolve(name + ".log"),
                "-cp",
                System.getProperty("java.class.path"),
                ServiceProgram.class.getName()));
        command.addAll(arguments);
        try {
            return new ChildProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            logs.resolve(name + ".err").toFile()))
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until it says where it is. */
    synchronized String address() {
        if (address == null) {
            address = firstLine();
        }
        return address;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: nothing of it runs any further. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGSTOP: it does not notice. */
    void pause() {
        signal("-STOP");
    }

    /** SIGCONT: for it, no time has passed. */
    void resume() {
        signal("-CONT");
    }

    /** SIGTERM, as platforms stop processes; says how long it took. */
    Duration terminate() {
        long begun = System.nanoTime();
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Process " + process.pid() + " did not end in " + LONGEST_END);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        List<ProcessHandle> started = process.descendants().toList();
        started.forEach(ProcessHandle::destroyForcibly);
        kill();
    }

    private String firstLine() {
        try {
            String line = process.inputReader().readLine();
            if (line == null || !line.startsWith("up ")) {
                throw new IllegalStateException("A process did not come up, and said: " + line);
            }
            return line.substring("up ".length());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void signal(String signal) {
        try {
            int code = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill " + signal + " ended with " + code);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
