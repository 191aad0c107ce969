package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillstream.suite.documentation.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the README and of docs/, pasted into a shell. */
class DocumentationIT {

    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- run by DocumentationIT, prints (.+?) -->\\s+```console\\n(.*?)```", Pattern.DOTALL);
    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void itsExamplesWork() {
        List<MatchResult> examples = Page.inReadingOrder().stream()
                .flatMap(page -> EXAMPLE.matcher(page.text()).results())
                .toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(9);
        try (Suite suite = Suites.running("transactions", "events")) {
            examples.forEach(example -> await().atMost(SOON)
                    .untilAsserted(() -> assertThat(pasted(example.group(2), suite))
                            .contains(example.group(1))
                            .doesNotContain("\"status\":")));
        }
    }

    private String pasted(String example, Suite suite) {
        String here = example.replace("localhost:8081", suite.ingest().getAuthority())
                .replace("localhost:8082", suite.query().getAuthority())
                .replace("localhost:4566", suite.cloud().getAuthority())
                .replace("./tillstream", Page.ROOT.resolve("tillstream").toString());
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-c", here).directory(folder.toFile()).redirectErrorStream(true);
        shell.environment().put("TILLSTREAM_URL", suite.ingest().toString());
        shell.environment()
                .put("TILLSTREAM_CLOUD_PORT", Integer.toString(suite.cloud().getPort()));
        shell.environment().put("TILLSTREAM_WAREHOUSE_PORT", Integer.toString(portOf(suite.warehouse())));
        try {
            return new String(shell.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int portOf(String jdbcUrl) {
        return URI.create(jdbcUrl.substring("jdbc:".length())).getPort();
    }
}
