package io.tillstream.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InterruptionTests {

    static Stream<Arguments> heeded() {
        return Stream.of(
                Arguments.of(1, List.of("asked 1"), 5),
                Arguments.of(2, List.of("asked 1", "asked 2"), 5),
                Arguments.of(0, List.of("asked 1", "asked 2"), 3));
    }

    @ParameterizedTest
    @MethodSource("heeded")
    void asksUntilTheRunEndsAndThenEndsTheProgram(int heeded, List<String> asked, int exitCode)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Interruptible.class.getName(),
                        Integer.toString(heeded))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("running");
            // Unlike that of a process, destroying by a handle leaves its output open.
            process.toHandle().destroy();
            assertThat(out.lines()).containsExactlyElementsOf(asked);
            assertThat(process.waitFor()).isEqualTo(exitCode);
        } finally {
            process.destroyForcibly();
        }
    }
}
