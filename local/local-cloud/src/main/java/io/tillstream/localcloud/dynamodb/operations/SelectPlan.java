package io.tillstream.localcloud.dynamodb.operations;

import io.tillstream.localcloud.dynamodb.expression.Condition;
import io.tillstream.localcloud.dynamodb.expression.KeyMatch;
import io.tillstream.localcloud.dynamodb.expression.KeyTest;
import io.tillstream.localcloud.dynamodb.expression.Term;
import io.tillstream.localcloud.dynamodb.partiql.Column;
import io.tillstream.localcloud.dynamodb.partiql.Ordering;
import io.tillstream.localcloud.dynamodb.partiql.Statement;
import io.tillstream.localcloud.dynamodb.partiql.WhereKeys;
import io.tillstream.localcloud.dynamodb.store.EntryRange;
import io.tillstream.localcloud.dynamodb.tables.DynamoDbErrors;
import io.tillstream.localcloud.dynamodb.tables.IndexDefinition;
import io.tillstream.localcloud.dynamodb.tables.ItemKeys;
import io.tillstream.localcloud.dynamodb.tables.KeySchema;
import io.tillstream.localcloud.dynamodb.tables.TableDefinition;
import io.tillstream.localcloud.dynamodb.value.KeyAttribute;
import io.tillstream.localcloud.dynamodb.value.Value;
import io.tillstream.localcloud.protocol.AwsError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a SELECT is carried out: which stretches of a table or index it reads, and in which direction. Without a
 * partition's key it reads all.
 *
 * @param reachesBack whether it wants what a local index does not have, and fetches the items from the table
 */
record SelectPlan(
        Statement.Select select,
        TableDefinition table,
        @Nullable IndexDefinition index,
        List<EntryRange> ranges,
        boolean forward,
        boolean reachesBack) {

    static SelectPlan of(Statement.Select select, TableDefinition table, boolean consistent) {
        IndexDefinition index = select.index() == null ? null : requireIndex(select.index(), table);
        if (index != null && index.keys().size() > 2) {
            throw AwsError.validation(
                    "PartiQL statements cannot be executed on tables with multi-attribute HASH keys or"
                            + " multi-attribute RANGE keys.");
        }
        if (index != null && index.global() && consistent) {
            throw AwsError.validation("Strongly consistent read is not supported on Global Secondary Indexes");
        }
        KeySchema keys = index == null ? table.keys() : index.keys();
        WhereKeys where = WhereKeys.of(select.where());
        List<Value> partitions = partitions(where, keys.hash().getFirst());
        boolean reachesBack = index != null && requireProjected(select, index, table, !partitions.isEmpty(), where);
        boolean descending = requireOrder(select, keys, !partitions.isEmpty());
        if (select.counts()) {
            throw AwsError.validation("Aggregate functions are not supported");
        }
        List<EntryRange> ranges = new ArrayList<>();
        for (Value partition : partitions) {
            ranges.add(range(partition, where, keys));
        }
        return new SelectPlan(
                select, table, index, ranges.isEmpty() ? List.of(EntryRange.ALL) : ranges, !descending, reachesBack);
    }

    int space() {
        return index == null ? table.space() : index.space();
    }

    private static IndexDefinition requireIndex(String name, TableDefinition table) {
        return table.index(name).orElseThrow(() -> AwsError.validation("The table does not have the specified index"));
    }

    /** The partitions that the clause names, by an equality or by a list. */
    private static List<Value> partitions(WhereKeys where, KeyAttribute hash) {
        List<Value> named = where.equalTo(hash.name())
                .map(List::of)
                .orElseGet(() -> where.conditions().stream()
                        .flatMap(condition -> listed(condition, hash.name()))
                        .distinct()
                        .toList());
        named.forEach(value -> requireType(value, hash));
        return named;
    }

    private static Stream<Value> listed(Condition condition, String attribute) {
        if (condition instanceof Condition.In in
                && in.operand() instanceof Term.Attribute operand
                && !operand.path().isNested()
                && operand.path().root().equals(attribute)
                && in.candidates().stream().allMatch(Term.Constant.class::isInstance)) {
            return in.candidates().stream().map(candidate -> ((Term.Constant) candidate).constant());
        }
        return Stream.of();
    }

    private static EntryRange range(Value partition, WhereKeys where, KeySchema keys) {
        List<KeyTest> sort = keys.range().stream()
                .flatMap(key -> where.testOf(key.name()).stream()
                        .peek(test -> test.operands().forEach(operand -> requireType(operand, key))))
                .toList();
        return new KeyMatch(List.of(partition), sort).range(ItemKeys.ofPartition(List.of(partition)));
    }

    private static void requireType(Value value, KeyAttribute key) {
        if (!value.type().equals(key.type())) {
            throw DynamoDbErrors.invalid("Condition parameter type does not match schema type");
        }
    }

    /** Refuses what the index does not have; a local index is in reach of its table. */
    private static boolean requireProjected(
            Statement.Select select, IndexDefinition index, TableDefinition table, boolean keyed, WhereKeys where) {
        Set<String> columns = new LinkedHashSet<>();
        select.columns().stream().map(Column::path).forEach(path -> columns.add(path.root()));
        columns.removeIf(name -> index.projects(Set.of(name), table.keys()));
        if (index.global() && !columns.isEmpty()) {
            throw DynamoDbErrors.invalid("Global secondary index " + index.name() + " does not project " + columns);
        }
        Set<String> filtered = new LinkedHashSet<>();
        where.conditions().forEach(condition -> condition.attributes().forEach(filtered::add));
        filtered.removeIf(name -> index.projects(Set.of(name), table.keys()));
        if (keyed && !filtered.isEmpty()) {
            throw DynamoDbErrors.invalid("Secondary index %s does not project one or more filter attributes: %s"
                    .formatted(index.name(), filtered));
        }
        return !columns.isEmpty();
    }

    /** Whether the items come in descending order. Only a query by its sort key has an order. */
    private static boolean requireOrder(Statement.Select select, KeySchema keys, boolean keyed) {
        List<Ordering> orderings = select.orderings();
        if (orderings.isEmpty()) {
            return false;
        }
        if (select.where() == null) {
            throw AwsError.validation("Must have WHERE clause in the statement when using ORDER BY clause.");
        }
        orderings.forEach(ordering -> {
            if (!keys.has(ordering.attribute())) {
                throw AwsError.validation(
                        "Attribute " + ordering.attribute() + " in ORDER BY clause must be part of the primary key");
            }
        });
        if (!keyed) {
            throw AwsError.validation(
                    "Must have at least one non-optional hash key condition in WHERE clause when using"
                            + " ORDER BY clause.");
        }
        return orderings.stream()
                .filter(ordering ->
                        keys.range().stream().anyMatch(key -> key.name().equals(ordering.attribute())))
                .findFirst()
                .map(Ordering::descending)
                .orElse(false);
    }
}
