package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.expression.DocumentPath;
import io.tillstream.localcloud.dynamodb.expression.Projection;
import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.IndexDefinition;
import io.tillstream.localcloud.protocol.AwsError;
import io.tillstream.localcloud.protocol.AwsRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which attributes of the items a Query or a Scan tells, and which it cannot. */
final class SelectRules {

    private SelectRules() {}

    /** What can be said without knowing the table; a Query tells it as a fault of a member. */
    static void checkOfQuery(AwsRequest request, @Nullable Projection projection) {
        MemberChecks checks = new MemberChecks(request);
        fault(request, projection).ifPresent(checks::add);
        checks.done();
    }

    static void checkOfScan(AwsRequest request, @Nullable Projection projection) {
        fault(request, projection).ifPresent(fault -> {
            throw AwsError.validation(fault);
        });
    }

    private static Optional<String> fault(AwsRequest request, @Nullable Projection projection) {
        String select = request.text("Select").orElse("");
        boolean expression = request.has("ProjectionExpression");
        String member = expression ? "ProjectionExpression" : "AttributesToGet";
        boolean specific = select.isEmpty() || select.equals("SPECIFIC_ATTRIBUTES");
        if (projection != null && !specific) {
            String purpose = select.equals("COUNT") ? "only the Count" : select;
            return Optional.of("Cannot specify the %s when choosing to get %s".formatted(member, purpose));
        }
        if (projection == null && select.equals("SPECIFIC_ATTRIBUTES")) {
            return Optional.of(
                    "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
        }
        if (select.equals("ALL_PROJECTED_ATTRIBUTES") && !request.has("IndexName")) {
            return Optional.of("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
        }
        return Optional.empty();
    }

    /** Whether the items themselves have to be read, for what is not in the index. */
    static boolean needsWholeItems(AwsRequest request, ReadSource source, @Nullable Projection projection) {
        IndexDefinition index = source.index();
        if (index == null || index.projectsAll()) {
            return false;
        }
        Set<String> wanted = projection == null
                ? Set.of()
                : projection.paths().stream().map(DocumentPath::root).collect(Collectors.toSet());
        boolean all = request.text("Select").map("ALL_ATTRIBUTES"::equals).orElse(false);
        boolean covered = !all && index.projects(wanted, source.table().keys());
        if (index.global() && all) {
            throw DynamoDbErrors.invalid(("Select type ALL_ATTRIBUTES is not supported for global secondary index %s"
                            + " because its projection type is not ALL")
                    .formatted(index.name()));
        }
        if (index.global() && !covered) {
            Set<String> missing = wanted.stream()
                    .filter(name -> !index.projects(Set.of(name), source.table().keys()))
                    .collect(Collectors.toSet());
            throw DynamoDbErrors.invalid(
                    "Global secondary index %s does not project %s".formatted(index.name(), missing));
        }
        return !covered;
    }
}
