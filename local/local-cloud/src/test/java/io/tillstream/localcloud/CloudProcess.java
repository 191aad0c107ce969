package io.tillstream.localcloud;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** A cloud in a JVM of its own. */
final class CloudProcess implements AutoCloseable {

    private final Path data;
    private final Process process;
    private final URI endpoint;
    private final String warehouseUrl;

    private CloudProcess(Process process, Path data, String up) {
        this.data = data;
        List<String> words = List.of(up.split(" ", -1));
        this.process = process;
        this.endpoint = URI.create(words.get(1));
        this.warehouseUrl = words.get(2);
    }

    static CloudProcess start(Path data) throws IOException {
        return start(data, 0);
    }

    static CloudProcess start(Path data, int warehousePort) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LocalCloudProgram.class.getName(),
                        data.toString(),
                        "0",
                        Integer.toString(warehousePort))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        if (line == null || !line.startsWith("up ")) {
            throw new IllegalStateException("It did not come up: " + line);
        }
        return new CloudProcess(process, data, line);
    }

    static Connection connect(String warehouseUrl) throws SQLException {
        return DriverManager.getConnection(warehouseUrl, "owner", "secret");
    }

    URI endpoint() {
        return endpoint;
    }

    String warehouseUrl() {
        return warehouseUrl;
    }

    /** PostgreSQL's server, which detaches itself from its parents. */
    ProcessHandle postmaster() throws IOException {
        Path file = data.resolve("warehouse/data/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst()))
                .orElseThrow();
    }

    List<ProcessHandle> children() throws IOException {
        return Stream.concat(process.descendants(), Stream.of(postmaster())).toList();
    }

    /** As {@code kill -9} does it to the one process. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** All at once, as when a container is killed. */
    void killWithAllItStarted() throws IOException {
        List<ProcessHandle> children = children();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    void killAllButPostmaster() {
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
