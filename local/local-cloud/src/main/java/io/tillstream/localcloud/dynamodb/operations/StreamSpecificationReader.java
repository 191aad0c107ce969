package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.ChangeStream;
import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Reads whether a table is to have a stream of changes. */
final class StreamSpecificationReader {

    private static final String MEMBER = "StreamSpecification";
    private static final String ENABLED = "StreamEnabled";
    private static final String VIEW = "StreamViewType";

    private StreamSpecificationReader() {}

    static void check(AwsRequest request, MemberChecks checks) {
        request.structure(MEMBER)
                .flatMap(stream -> stream.text(VIEW))
                .ifPresent(view -> checks.valueOneOf(
                        view,
                        "streamSpecification.streamViewType",
                        "NEW_IMAGE",
                        "OLD_IMAGE",
                        "NEW_AND_OLD_IMAGES",
                        "KEYS_ONLY"));
    }

    static @Nullable ChangeStream ofNewTable(AwsRequest request, Instant now, IntSupplier newSpace) {
        AwsRequest stream = request.structure(MEMBER).orElse(null);
        return stream == null ? null : stream(stream, now, newSpace);
    }

    static @Nullable ChangeStream changed(
            AwsRequest request, TableDefinition table, Instant now, IntSupplier newSpace) {
        ChangeStream before = table.settings().changeStream();
        if (!request.has(MEMBER)) {
            return before;
        }
        ChangeStream after = ofNewTable(request, now, newSpace);
        if (before != null && after != null) {
            throw AwsError.validation("Table already has an enabled stream: TableName: " + table.name());
        }
        if (before == null && after == null) {
            throw AwsError.validation("Table has no stream to disable: TableName: " + table.name());
        }
        return after;
    }

    private static @Nullable ChangeStream stream(AwsRequest stream, Instant now, IntSupplier newSpace) {
        boolean enabled = stream.flag(ENABLED);
        if (enabled != stream.has(VIEW)) {
            throw DynamoDbErrors.invalid(
                    enabled
                            ? "StreamViewType is required when StreamEnabled is true"
                            : "Table is being created with a stream disabled, UpdateViewType should not be specified");
        }
        return enabled ? new ChangeStream(stream.requiredText(VIEW), now, newSpace.getAsInt()) : null;
    }
}
