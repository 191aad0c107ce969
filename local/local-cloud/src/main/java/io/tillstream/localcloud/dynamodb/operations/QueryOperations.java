package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.expression.ExpressionKind;
import io.tillstream.localcloud.dynamodb.expression.KeyMatch;
import io.tillstream.localcloud.dynamodb.expression.RequestExpressions;
import io.tillstream.localcloud.dynamodb.store.EntryRange;
import io.tillstream.localcloud.dynamodb.store.EntryStore;
import io.tillstream.localcloud.dynamodb.tables.ItemKeys;
import io.tillstream.localcloud.dynamodb.tables.Tables;
import io.tillstream.localcloud.dynamodb.value.Item;
import io.tillstream.localcloud.dynamodb.value.ItemJson;
import io.tillstream.localcloud.dynamodb.value.ValueMessages;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import io.tillstream.localcloud.protocol.EntryFaults;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations that read many items: a partition's, or all. */
public final class QueryOperations {

    private static final int MAX_SEGMENTS = 1_000_000;

    private final Tables tables;
    private final PageReader pages;

    public QueryOperations(EntryStore store, Tables tables, EntryFaults faults) {
        this.tables = tables;
        this.pages = new PageReader(store, tables, faults);
    }

    public Map<String, DynamoDbOperation> all() {
        return Map.of("Query", this::query, "Scan", this::scan);
    }

    private Object query(AwsRequest request) {
        RequestExpressions.requireConditionalOperator(request.json(), ValueMessages.NEWER);
        String name = check(request, "Value at 'Limit'");
        RequestExpressions expressions = RequestExpressions.read(
                request.json(),
                ValueMessages.NEWER,
                ExpressionKind.PROJECTION,
                ExpressionKind.FILTER,
                ExpressionKind.KEY_CONDITION);
        SelectRules.checkOfQuery(request, expressions.projection());
        if (expressions.key() == null) {
            throw AwsError.validation(
                    "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        }
        Optional<Item> start = startIn(request, ValueMessages.NEWER);
        ReadSource source = sourceIn(request, name);
        KeyMatch match =
                expressions.key().on(source.keys().hash(), source.keys().range());
        FilterRules.requireNoKeys(request, source.keys(), expressions.filter());
        EntryRange range = match.range(ItemKeys.ofPartition(match.partition()));
        boolean forward = !request.has("ScanIndexForward") || request.flag("ScanIndexForward");
        return pages.read(request, source, expressions, new PageReader.Range(range, forward, start.orElse(null), true));
    }

    private Object scan(AwsRequest request) {
        String name = checkScan(request);
        RequestExpressions expressions = RequestExpressions.read(
                request.json(), ValueMessages.OLDER, ExpressionKind.PROJECTION, ExpressionKind.FILTER);
        SelectRules.checkOfScan(request, expressions.projection());
        Optional<Item> start = startIn(request, ValueMessages.OLDER);
        ReadSource source = sourceIn(request, name);
        EntryRange range = request.has("TotalSegments")
                ? ItemKeys.segment(request.requiredNumber("Segment"), request.requiredNumber("TotalSegments"))
                : EntryRange.ALL;
        return pages.read(request, source, expressions, new PageReader.Range(range, true, start.orElse(null), false));
    }

    private static String checkScan(AwsRequest request) {
        MemberChecks checks = new MemberChecks(request);
        checks.atLeast("Segment", 0);
        checks.atMost("Segment", MAX_SEGMENTS - 1);
        checks.atLeast("TotalSegments", 1);
        checks.atMost("TotalSegments", MAX_SEGMENTS);
        checks.done();
        String name = check(request, null);
        if (request.has("Segment") != request.has("TotalSegments")) {
            throw AwsError.validation(
                    request.has("Segment")
                            ? "The TotalSegments parameter is required but was not present in the request when Segment"
                                    + " parameter is present"
                            : "The Segment parameter is required but was not present in the request when parameter"
                                    + " TotalSegments is present");
        }
        if (request.has("Segment") && request.requiredNumber("Segment") >= request.requiredNumber("TotalSegments")) {
            throw AwsError.validation(("The Segment parameter is zero-based and must be less than parameter"
                            + " TotalSegments: Segment: %d is not less than TotalSegments: %d")
                    .formatted(request.requiredNumber("Segment"), request.requiredNumber("TotalSegments")));
        }
        return name;
    }

    private static String check(AwsRequest request, @Nullable String shownLimit) {
        MemberChecks checks = new MemberChecks(request);
        String name = checks.tableName();
        request.text("IndexName").ifPresent(index -> checks.checkName(index, "indexName", 3));
        if (shownLimit == null) {
            checks.atLeast("Limit", 1);
        } else if (request.number("Limit").orElse(1) < 1) {
            checks.add(shownLimit + " failed to satisfy constraint: Member must have value greater than or equal to 1");
        }
        checks.returnConsumedCapacity();
        checks.oneOf("Select", "SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES");
        checks.done();
        return name;
    }

    private ReadSource sourceIn(AwsRequest request, String name) {
        ReadSource source =
                ReadSource.of(tables.inService(name), request.text("IndexName").orElse(null));
        if (source.isGlobalIndex() && request.flag("ConsistentRead")) {
            throw AwsError.validation("Consistent reads are not supported on global secondary indexes");
        }
        return source;
    }

    private static Optional<Item> startIn(AwsRequest request, ValueMessages messages) {
        return request.has("ExclusiveStartKey")
                ? Optional.of(ItemJson.item(request.json().get("ExclusiveStartKey"), messages))
                : Optional.empty();
    }
}
