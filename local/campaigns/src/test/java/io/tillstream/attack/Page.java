package io.tillstream.attack;

import io.tillstream.suite.Chromium;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The dashboard in headless Chromium, where there is one: no script of a row may run in it. */
final class Page {

    private Page() {}

    static void look(URI page, Report report, Path folder) throws IOException, InterruptedException {
        Optional<Chromium> chromium = Chromium.find(folder.resolve("browser"));
        if (chromium.isEmpty()) {
            report.count("page", "skipped: no Chromium");
            return;
        }
        Path dom = folder.resolve("page.html");
        if (!chromium.get().open(page, dom, "--dump-dom")) {
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
}
