package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.loader.importing.ImportCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Suites for tests, on free ports, in which rows hardly wait for others. */
final class Suites {

    private static final FlushIntervals SHORT =
            new FlushIntervals(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMillis(500));

    private Suites() {}

    static Suite ephemeral() {
        return start(Optional.empty(), false);
    }

    /** @param feeds those to run, if not those that services run by themselves */
    static Suite on(Path data, String... feeds) {
        return start(Optional.of(data), false, feeds);
    }

    /** On a cloud that refuses what exceeds AWS's rates. */
    static Suite strict() {
        return start(Optional.empty(), true);
    }

    /** Of these feeds. */
    static Suite running(String... feeds) {
        return start(Optional.empty(), false, feeds);
    }

    private static Suite start(Optional<Path> data, boolean limits, String... feeds) {
        return Suite.start(new SuiteOptions(data, Ports.ANY, limits, SHORT, List.of(feeds)));
    }

    /** What {@code ./tillstream load} prints. */
    static String load(Suite suite, String... arguments) {
        List<String> settings = new ArrayList<>(CloudSettings.of(suite.cloud()));
        settings.add("--tillstream.feeds="
                + suite.paths().stream().map(path -> path.substring(1)).collect(Collectors.joining(",")));
        settings.add("--tillstream.warehouse.url=" + suite.warehouse());
        settings.add("--tillstream.warehouse.username=tillstream_loader");
        settings.add("--tillstream.warehouse.password=" + CloudSettings.WAREHOUSE_PASSWORD);
        StringWriter out = new StringWriter();
        int exitCode = new ImportCommand(settings)
                .commandLine()
                .setOut(new PrintWriter(out))
                .execute(arguments);
        assertThat(exitCode).as(out.toString()).isZero();
        return out.toString();
    }
}
