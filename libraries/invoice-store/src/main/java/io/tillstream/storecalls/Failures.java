package io.tillstream.storecalls;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Which of DynamoDB's failures can be retried. */
public final class Failures {

    private Failures() {}

    /** Whether the same call may succeed later on its own. */
    public static boolean passes(SdkException failure) {
        return switch (failure) {
            case DynamoDbException answered -> answered.isThrottlingException() || answered.statusCode() >= 500;
            case SdkClientException unanswered -> true;
            default -> failure.retryable();
        };
    }

    /**
     * Whether DynamoDB rejects the call as invalid. Nothing else is held against a line: missing tables and rights
     * are an operator's to mend.
     */
    public static boolean isRefusal(DynamoDbException failure) {
        return failure.awsErrorDetails() != null
                && "ValidationException".equals(failure.awsErrorDetails().errorCode());
    }

    /** Makes a call whose failure is thrown as unavailable when it passes. */
    public static <T> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw passes(failure) ? new StoreUnavailableException("DynamoDB did not answer", failure) : failure;
        }
    }

    public static String reason(DynamoDbException failure) {
        return String.valueOf(failure.awsErrorDetails().errorMessage());
    }
}
