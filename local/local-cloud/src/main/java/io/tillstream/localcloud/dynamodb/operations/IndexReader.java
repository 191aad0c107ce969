package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.IndexDefinition;
import io.tillstream.localcloud.dynamodb.tables.KeySchema;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.List;
import java.util.Map;

/** Reads what requests say about indexes. */
final class IndexReader {

    private IndexReader() {}

    /** Checks the members of each index of a list by themselves. */
    static void check(AwsRequest request, String member, int maxParts, MemberChecks checks) {
        List<AwsRequest> indexes = request.structures(member);
        for (int i = 0; i < indexes.size(); i++) {
            checkOne(
                    indexes.get(i),
                    "%s.%d.member.".formatted(MemberChecks.lowerFirst(member), i + 1),
                    maxParts,
                    checks);
        }
    }

    static void checkOne(AwsRequest index, String path, int maxParts, MemberChecks checks) {
        checks.checkName(index.text("IndexName").orElse(null), path + "indexName", 3);
        SchemaReader.checkKeys(index, path, maxParts, checks);
        checks.required(index, "Projection", path);
        index.structure("Projection")
                .flatMap(projection -> projection.text("ProjectionType"))
                .ifPresent(type ->
                        checks.valueOneOf(type, path + "projection.projectionType", "ALL", "INCLUDE", "KEYS_ONLY"));
        SchemaReader.checkThroughput(index, path, checks);
    }

    /**
     * An index that has no entries yet.
     *
     * @param complete whether the table has no items yet
     */
    static IndexDefinition read(
            AwsRequest index, boolean global, Map<String, String> types, int space, boolean complete) {
        String name = index.requiredText("IndexName");
        KeySchema keys = SchemaReader.keys(index, types);
        AwsRequest projection = index.structure("Projection").orElseThrow();
        String type = projection
                .text("ProjectionType")
                .orElseThrow(() -> DynamoDbErrors.invalid("Unknown ProjectionType: null"));
        List<String> nonKey = projection.texts("NonKeyAttributes");
        boolean include = type.equals("INCLUDE");
        if (include && nonKey.isEmpty()) {
            throw DynamoDbErrors.invalid("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
        }
        if (!include && projection.has("NonKeyAttributes")) {
            throw DynamoDbErrors.invalid("ProjectionType is %s, but NonKeyAttributes is specified".formatted(type));
        }
        return new IndexDefinition(name, global, keys, type, nonKey, SchemaReader.throughput(index), space, complete);
    }
}
