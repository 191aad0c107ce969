package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a transaction is cancelled, action by action. */
final class CancellationReasons {

    private static final Map<String, String> CODES = Map.of(
            "ConditionalCheckFailedException",
            "ConditionalCheckFailed",
            "ValidationException",
            "ValidationError",
            "DuplicateItemException",
            "DuplicateItem",
            DynamoDbErrors.THROTTLED,
            "ProvisionedThroughputExceeded");

    private final List<Map<String, Object>> reasons = new ArrayList<>();
    private boolean cancelled;

    /** Does what belongs to one action; null if that is a reason to cancel all. */
    <T> @Nullable T note(Supplier<T> action) {
        try {
            T result = action.get();
            reasons.add(Map.of("Code", "None"));
            return result;
        } catch (AwsError e) {
            String code = CODES.get(e.code());
            if (code == null) {
                throw e;
            }
            cancelled = true;
            Map<String, Object> reason = new LinkedHashMap<>();
            reason.put("Code", code);
            reason.put("Message", e.message());
            reason.putAll(e.members());
            reasons.add(reason);
            return null;
        }
    }

    void throwIfAny() {
        if (cancelled) {
            throw cancelled(reasons);
        }
    }

    static AwsError cancelled(List<? extends Map<String, ?>> reasons) {
        String codes = reasons.stream()
                .map(reason -> String.valueOf(reason.get("Code")))
                .collect(Collectors.joining(", ", "[", "]"));
        return AwsError.badRequest(
                        "TransactionCanceledException",
                        "Transaction cancelled, please refer cancellation reasons for specific reasons " + codes)
                .with("CancellationReasons", reasons);
    }
}
