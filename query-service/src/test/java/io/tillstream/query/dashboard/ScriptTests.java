package io.tillstream.query.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the scripts' own tests in {@code src/test/dashboard} where there is Node; elsewhere they are skipped. */
class ScriptTests {

    private static final Path TESTS = Path.of("src", "test", "dashboard");

    @TempDir
    private Path folder;

    @Test
    void scriptsPassTheirTests() throws IOException, InterruptedException {
        copy(StaticFiles.root().resolve("dashboard"));
        copy(TESTS);
        Files.writeString(folder.resolve("package.json"), "{\"type\":\"module\"}");
        Process node = node();
        String report = new String(node.getInputStream().readAllBytes(), UTF_8);
        assertThat(node.waitFor()).as(report).isZero();
        assertThat(report).containsPattern("# pass [1-9]");
    }

    private Process node() throws IOException {
        try {
            return new ProcessBuilder("node", "--test", "--test-reporter=tap")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException absent) {
            return abort("Node is not installed");
        }
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }
}
