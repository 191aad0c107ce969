package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.tables.KeySchema;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import org.jspecify.annotations.Nullable;

/** A query's filter is for what its key condition cannot say. */
final class FilterRules {

    private FilterRules() {}

    static void requireNoKeys(AwsRequest request, KeySchema keys, @Nullable Condition filter) {
        if (filter == null) {
            return;
        }
        filter.attributes().filter(keys::has).findFirst().ifPresent(name -> {
            throw AwsError.validation("%s can only contain non-primary key attributes: Primary key attribute: %s"
                    .formatted(request.has("FilterExpression") ? "Filter Expression" : "QueryFilter", name));
        });
    }
}
