package io.tillstream.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.loader.importing.ImportCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Suites for tests, on free ports. */
final class Suites {

    private Suites() {}

    static Suite ephemeral() {
        return Suite.start(new SuiteOptions(Optional.empty(), Ports.ANY));
    }

    static Suite on(Path data) {
        return Suite.start(new SuiteOptions(Optional.of(data), Ports.ANY));
    }

    /** What {@code ./tillstream load} prints. */
    static String load(Suite suite, String... arguments) {
        List<String> settings = new ArrayList<>(CloudSettings.of(suite.cloud()));
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
