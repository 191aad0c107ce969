package io.tillstream.suite;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium without a window, where one is installed. */
public final class Chromium {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path program;
    private final Path profile;

    private Chromium(Path program, Path profile) {
        this.program = program;
        this.profile = profile;
    }

    /**
     * Looks for it where Linux has it.
     *
     * @param profile a folder in which it may leave what it likes
     */
    public static Optional<Chromium> find(Path profile) {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Chromium(program, profile));
    }

    /**
     * Opens a page, lets its scripts run for as if 15 s went by, and does what the options say.
     *
     * @param printed what it prints, such as the page's elements, goes there
     * @return whether it ended by itself in time
     */
    public boolean open(URI page, Path printed, String... options) throws IOException, InterruptedException {
        Stream<String> others = Stream.concat(
                Stream.of("--virtual-time-budget=15000"),
                Stream.concat(Stream.of(options), Stream.of(page.toString())));
        Process process = start(others, ProcessBuilder.Redirect.to(printed.toFile()));
        boolean hasEnded = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        return hasEnded;
    }

    /** Opens an empty page, and leaves it open. */
    BrowserTab tab() throws IOException, InterruptedException {
        Stream<String> others = Stream.of("--remote-debugging-port=0", "about:blank");
        return BrowserTab.of(start(others, ProcessBuilder.Redirect.DISCARD), profile);
    }

    private Process start(Stream<String> others, ProcessBuilder.Redirect printed) throws IOException {
        Stream<String> fixed = Stream.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en",
                "--user-data-dir=" + profile);
        return new ProcessBuilder(Stream.concat(fixed, others).toList())
                .redirectOutput(printed)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
