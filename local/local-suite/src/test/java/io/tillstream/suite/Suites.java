package io.tillstream.suite;

import java.nio.file.Path;
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
}
