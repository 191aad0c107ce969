package io.tillstream.localcloud.dynamodb;

import io.tillstream.localcloud.dynamodb.operations.DynamoDbOperation;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsOperations;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.Map;

/** The service by which clients read the streams of tables. */
final class DynamoDbStreams implements AwsOperations {

    private final Map<String, DynamoDbOperation> operations;

    DynamoDbStreams(Map<String, DynamoDbOperation> operations) {
        this.operations = operations;
    }

    @Override
    public String targetPrefix() {
        return "DynamoDBStreams_20120810";
    }

    @Override
    public String errorPrefix() {
        return "com.amazonaws.dynamodb.v20120810#";
    }

    @Override
    public boolean checksumsReplies() {
        return true;
    }

    @Override
    public Object call(String operation, AwsRequest request) {
        DynamoDbOperation known = operations.get(operation);
        if (known == null) {
            throw AwsError.unknownOperation(operation);
        }
        return known.answer(request);
    }
}
