package io.tillstream.localcloud;

import java.nio.file.Path;

/** What the tests of this module start. */
final class Clouds {

    /** Relative to the module, where Maven runs its tests. */
    private static final Path DYNAMODB_LIBRARIES =
            Path.of(System.getProperty("dynamodb.libraries", "dynamodb-local/target/lib"));

    private Clouds() {}

    /** On any free port, and gone when closed. */
    static LocalCloudBuilder ephemeral() {
        return LocalCloud.builder().port(0).dynamoDbLibraries(DYNAMODB_LIBRARIES);
    }

    static LocalCloudBuilder on(Path data) {
        return ephemeral().data(data);
    }
}
