package io.tillstream.producer.replay;

import io.tillstream.commandline.DurationConverter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which service, and how long to wait for it. */
final class ServiceOptions {

    @Option(
            names = "--url",
            paramLabel = "U",
            defaultValue = "${env:TILLSTREAM_URL:-http://localhost:8081}",
            description = "The ingest service (default: http://localhost:8081, or TILLSTREAM_URL).")
    private URI url = URI.create("http://localhost:8081");

    @Option(
            names = "--key",
            paramLabel = "K",
            defaultValue = "${env:TILLSTREAM_API_KEY:-}",
            description =
                    "API key. Other users of this machine may see it here; it is safer to set TILLSTREAM_API_KEY.")
    private String key = "";

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            defaultValue = "${env:TILLSTREAM_API_KEY_FILE}",
            description = "File that holds the API key (default: TILLSTREAM_API_KEY_FILE).")
    private @Nullable Path keyFile;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = DurationConverter.class,
            description = "How long a request may take before it is sent again (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofSeconds(30);

    @Option(
            names = "--give-up-after",
            paramLabel = "TIME",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description = "How long to retry a request before giving up (default: ${DEFAULT-VALUE}).")
    private Duration giveUpAfter = Duration.ofMinutes(5);

    ReplayPlan.Service service() throws IOException {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new IllegalArgumentException("--url takes an address such as http://localhost:8081, not " + url);
        }
        return new ReplayPlan.Service(url, apiKey(), timeout, giveUpAfter);
    }

    private Optional<String> apiKey() throws IOException {
        if (keyFile != null && !Files.isReadable(keyFile)) {
            throw new IllegalArgumentException("--key-file " + keyFile + " cannot be read");
        }
        String given = keyFile == null ? key.strip() : Files.readString(keyFile).strip();
        if (!given.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("An API key has visible characters only, on one line");
        }
        return given.isEmpty() ? Optional.empty() : Optional.of(given);
    }
}
