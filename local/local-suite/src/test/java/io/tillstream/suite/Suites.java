package io.tillstream.suite;

import java.nio.file.Path;
import java.util.Optional;

/** Suites for tests: free ports, and DynamoDB Local where the build put it. */
final class Suites {

    static final Path DYNAMODB_LOCAL = Path.of("..", "local-cloud", "dynamodb-local", "target", "lib");

    private Suites() {}

    static Suite ephemeral() {
        return Suite.start(new SuiteOptions(Optional.empty(), Ports.ANY, DYNAMODB_LOCAL));
    }

    static Suite on(Path data) {
        return Suite.start(new SuiteOptions(Optional.of(data), Ports.ANY, DYNAMODB_LOCAL));
    }
}
