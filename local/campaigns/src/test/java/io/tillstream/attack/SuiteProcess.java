package io.tillstream.attack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The suite as a process of its own, on a folder that outlives it. */
final class SuiteProcess implements AutoCloseable {

    private final Process process;
    private final Target target;

    private SuiteProcess(Process process, Target target) {
        this.process = process;
        this.target = target;
        // It has a session of its own, and outlives whoever is told to stop this program.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    static SuiteProcess start(Path data) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dtillstream.log.file=" + data.resolve("tillstream.log"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.tillstream.suite.SuiteProgram",
                        data.toString(),
                        "transactions",
                        "events")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            process.destroyForcibly();
            throw new IOException("The suite ended while starting; " + data.resolve("tillstream.log") + " says why");
        }
        String[] addresses = line.split(" ", -1);
        return new SuiteProcess(
                process,
                new Target(URI.create(addresses[0]), URI.create(addresses[1]), URI.create(addresses[2]), addresses[3]));
    }

    Target target() {
        return target;
    }

    /** SIGKILL: no shutdown hook runs. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGTERM, and SIGKILL where that is not heard. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, java.util.concurrent.TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
