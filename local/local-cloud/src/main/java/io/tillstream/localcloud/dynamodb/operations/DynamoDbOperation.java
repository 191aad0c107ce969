package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.protocol.AwsRequest;

/** One operation: from its request to its reply, or an {@link io.tillstream.localcloud.protocol.AwsError}. */
@FunctionalInterface
public interface DynamoDbOperation {

    /** What the header {@code X-Amz-Target} of calls begins with. */
    String TARGET = "DynamoDB_20120810";

    Object answer(AwsRequest request);

    /** What the header {@code X-Amz-Target} has for an operation. */
    static String target(String operation) {
        return TARGET + "." + operation;
    }
}
