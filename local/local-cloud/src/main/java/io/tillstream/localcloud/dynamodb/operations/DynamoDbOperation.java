package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.protocol.AwsRequest;

/** One operation: from its request to its reply, or an {@link io.tillstream.localcloud.protocol.AwsError}. */
@FunctionalInterface
public interface DynamoDbOperation {
    Object answer(AwsRequest request);
}
