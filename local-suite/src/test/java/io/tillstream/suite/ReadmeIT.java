package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of the README, pasted into a shell. */
class ReadmeIT {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- run by ReadmeIT -->\\s+```console\\n(.*?)```", Pattern.DOTALL);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void itsExamplesWork() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(README))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(examples).hasSize(3);
        try (Suite suite = Suites.ephemeral()) {
            examples.forEach(example -> await().atMost(SOON)
                    .untilAsserted(() -> assertThat(pasted(example, suite))
                            .contains("\"invoiceNo\":\"5363")
                            .doesNotContain("\"status\":")));
        }
    }

    private static String pasted(String example, Suite suite) {
        String here = example.replace("localhost:8081", suite.ingest().getAuthority())
                .replace("localhost:8082", suite.query().getAuthority());
        try {
            Process shell = new ProcessBuilder("sh", "-c", here)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
