package io.tillstream.suite;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./tillstream up} as a process that leads a group, as a shell, {@code timeout} or a supervisor starts it. */
record UpProcess(Process process, Path data, Path said) {

    private static final Duration SOON = Duration.ofMinutes(5);

    static UpProcess on(Path data, int warehousePort) throws IOException {
        Path said = data.resolveSibling(data.getFileName() + ".out");
        Process process = new ProcessBuilder(
                        "setsid",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tillstream.class.getName(),
                        "up",
                        "--data=" + data,
                        "--warehouse-port=" + warehousePort,
                        "--cloud-port=0",
                        "--ingest-port=0",
                        "--query-port=0",
                        "--consumers-port=0",
                        "--loader-port=0")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new UpProcess(process, data, said);
    }

    static boolean isPossibleHere() {
        return Files.isExecutable(Path.of("/usr/bin/setsid"));
    }

    UpProcess awaitUp() {
        await().atMost(SOON).until(() -> output().contains("Ctrl-C drains and stops"));
        return this;
    }

    /** Waits until the start has come so far that a file below its data holds some text. */
    UpProcess awaitMoment(String file, String text) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> textOf(data.resolve(file)).contains(text));
        return this;
    }

    /** To every process of the group, the children that are in it included. */
    void signalGroup(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, "--", "-" + process.pid()).start().waitFor();
    }

    boolean ends() throws InterruptedException {
        return process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    void awaitNothingLeft() {
        await().atMost(SOON).until(() -> naming(data).isEmpty());
    }

    /** The processes whose command names a folder. */
    static List<ProcessHandle> naming(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
    }

    String output() {
        return textOf(said);
    }

    String log() {
        return textOf(data.resolve("tillstream.log"));
    }

    private static String textOf(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
