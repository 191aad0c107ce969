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
                "--user-data-dir=" + profile,
                "--virtual-time-budget=15000");
        Process process = new ProcessBuilder(Stream.of(fixed, Stream.of(options), Stream.of(page.toString()))
                        .flatMap(all -> all)
                        .toList())
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean hasEnded = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        return hasEnded;
    }
}
