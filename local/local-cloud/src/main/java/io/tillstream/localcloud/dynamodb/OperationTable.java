package io.tillstream.localcloud.dynamodb;

import io.tillstream.localcloud.dynamodb.operations.DynamoDbOperation;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsOperations;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.Map;

/** A service of DynamoDB's family, as a table of its operations. */
final class OperationTable implements AwsOperations {

    private final String targetPrefix;
    private final Map<String, DynamoDbOperation> operations;

    OperationTable(String targetPrefix, Map<String, DynamoDbOperation> operations) {
        this.targetPrefix = targetPrefix;
        this.operations = Map.copyOf(operations);
    }

    @Override
    public String targetPrefix() {
        return targetPrefix;
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
