package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.Map;

/** The operations on the attribute that says when an item is deleted. */
public final class TimeToLiveOperations {

    private static final int MAX_NAME = 255;

    private final Tables tables;

    public TimeToLiveOperations(Tables tables) {
        this.tables = tables;
    }

    public Map<String, DynamoDbOperation> all() {
        return Map.of("UpdateTimeToLive", this::update, "DescribeTimeToLive", this::describe);
    }

    private Object update(AwsRequest request) {
        String name = TableOperations.nameIn(request);
        MemberChecks checks = new MemberChecks(request);
        checks.required("TimeToLiveSpecification");
        checks.done();
        AwsRequest wanted = request.structure("TimeToLiveSpecification").orElseThrow();
        String attribute = wanted.text("AttributeName").orElse("");
        checks.length(attribute, "timeToLiveSpecification.attributeName", attribute.length(), 1, MAX_NAME);
        checks.done();
        boolean enabled = wanted.flag("Enabled");
        tables.change(name, table -> changed(table, attribute, enabled));
        return Map.of("TimeToLiveSpecification", Map.of("AttributeName", attribute, "Enabled", enabled));
    }

    private static TableDefinition changed(TableDefinition table, String attribute, boolean enabled) {
        String before = table.expiryAttribute();
        if (enabled && before != null) {
            throw AwsError.validation(
                    before.equals(attribute)
                            ? "TimeToLive is already enabled"
                            : "TimeToLive is active on a different AttributeName: current AttributeName is " + before);
        }
        if (!enabled && before == null) {
            throw AwsError.validation("TimeToLive is already disabled");
        }
        if (!enabled && !attribute.equals(before)) {
            throw AwsError.validation(
                    "TimeToLive is active on a different AttributeName: current AttributeName is " + before);
        }
        return table.withExpiryAttribute(enabled ? attribute : null);
    }

    private Object describe(AwsRequest request) {
        String attribute = tables.described(TableOperations.nameIn(request)).expiryAttribute();
        Map<String, Object> description = attribute == null
                ? Map.of("TimeToLiveStatus", "DISABLED")
                : Map.of("TimeToLiveStatus", "ENABLED", "AttributeName", attribute);
        return Map.of("TimeToLiveDescription", description);
    }
}
