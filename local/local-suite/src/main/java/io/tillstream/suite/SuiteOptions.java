package io.tillstream.suite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to start the suite.
 *
 * @param data the folder that keeps the state, or nothing to keep none
 * @param dynamoDbLocal the folder of DynamoDB Local's jars
 */
public record SuiteOptions(Optional<Path> data, Ports ports, Path dynamoDbLocal) {

    /** Looks for what nothing can be started without, before anything is. */
    void requirePreconditions() {
        ports.requireServicePortsFree();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(dynamoDbLocal, "DynamoDBLocal-*.jar")) {
            if (!jars.iterator().hasNext()) {
                throw CannotStartException.withoutDynamoDbLocal(dynamoDbLocal, null);
            }
        } catch (IOException unreadable) {
            throw CannotStartException.withoutDynamoDbLocal(dynamoDbLocal, unreadable);
        }
    }
}
