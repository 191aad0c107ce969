package io.tillstream.attack;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The dashboard in headless Chromium, where there is one: no script of a row may run in it. */
final class Page {

    private static final long LONGEST_SECONDS = 90;

    private Page() {}

    static void look(URI page, Report report, Path folder) throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        if (browser.isEmpty()) {
            report.count("page", "skipped: no Chromium");
            return;
        }
        Path dom = folder.resolve("page.html");
        Process process = new ProcessBuilder(
                        browser.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("browser"),
                        "--virtual-time-budget=15000",
                        "--dump-dom",
                        page.toString())
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            report.count("page", "skipped: Chromium did not end");
            return;
        }
        String text = Files.readString(dom, StandardCharsets.UTF_8);
        report.count("page", "looked at");
        if (text.contains("<title>attacked")) {
            report.complain("page", "a script of a row has run");
        }
        if (!text.contains("</html>")) {
            report.complain("page", "the dashboard did not come up");
        }
    }

    private static Optional<Path> browser() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
