package io.tillstream.query.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Chromium without a window, where there is one; elsewhere tests are skipped. */
final class Browser {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String LOADED_AFTER_MILLIS = "10000";
    private static final int PATIENCE_MINUTES = 2;

    private final Path profile;

    Browser(Path profile) {
        this.profile = profile;
    }

    /** The page as its scripts have made it, as markup. */
    String page(URI address) throws IOException, InterruptedException {
        Process browser = start(address);
        String page = new String(browser.getInputStream().readAllBytes(), UTF_8);
        if (!browser.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            browser.destroyForcibly();
        }
        return page;
    }

    private Process start(URI address) {
        for (String name : NAMES) {
            try {
                return new ProcessBuilder(
                                name,
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--lang=en",
                                "--user-data-dir=" + profile,
                                "--virtual-time-budget=" + LOADED_AFTER_MILLIS,
                                "--dump-dom",
                                address.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException absent) {
                // The next name, then.
            }
        }
        return abort("Chromium is not installed");
    }
}
