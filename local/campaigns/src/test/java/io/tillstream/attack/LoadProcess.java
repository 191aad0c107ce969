package io.tillstream.attack;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command {@code load}, as a process of its own with little memory. */
final class LoadProcess {

    /** No exit code of a program. */
    static final int HANGS = -1;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Target target;
    private final Path folder;

    LoadProcess(Target target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /** What it said, on both of its outputs. */
    record Ended(int exitCode, String said) {}

    Ended load(String... arguments) throws IOException, InterruptedException {
        Path said = folder.resolve("load.txt");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dtillstream.log.file=" + folder.resolve("load.log"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.tillstream.suite.Tillstream",
                "load"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("TILLSTREAM_CLOUD_PORT", "" + target.cloud().getPort());
        builder.environment().put("TILLSTREAM_WAREHOUSE_PORT", "" + portOf(target.warehouse()));
        Process process = builder.start();
        boolean ends = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!ends) {
            process.destroyForcibly().waitFor();
        }
        String text = new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
        return new Ended(ends ? process.exitValue() : HANGS, text);
    }

    private static int portOf(String jdbc) {
        return URI.create(jdbc.substring("jdbc:".length())).getPort();
    }
}
