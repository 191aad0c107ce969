package io.tillstream.invoicestore;

import static io.tillstream.storecalls.StoreActivity.Call.WRITE_LINES;

import io.tillstream.storecalls.Failures;
import io.tillstream.storecalls.StoreCalls;
import io.tillstream.storecalls.TableFit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementError;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Puts lines where none is, several in a call and several calls at once; where one is, the version that counts stays.
 * A statement costs what a put does, and each succeeds or fails by itself.
 */
final class LineInserts {

    private static final Set<BatchStatementErrorCodeEnum> PASSING = Set.of(
            BatchStatementErrorCodeEnum.THROTTLING_ERROR,
            BatchStatementErrorCodeEnum.PROVISIONED_THROUGHPUT_EXCEEDED,
            BatchStatementErrorCodeEnum.REQUEST_LIMIT_EXCEEDED,
            BatchStatementErrorCodeEnum.INTERNAL_SERVER_ERROR,
            BatchStatementErrorCodeEnum.TRANSACTION_CONFLICT);

    private final DynamoDbTable<StoredLine> table;
    private final DynamoDbClient client;
    private final DynamoDbLinePlaces places;
    private final StoreCalls calls;

    LineInserts(InvoiceTables tables, StoreCalls calls) {
        this.table = tables.lines();
        this.client = tables.dynamoDb();
        this.places = new DynamoDbLinePlaces(tables, calls);
        this.calls = calls;
    }

    /** Puts lines of different keys. */
    Inserted put(Collection<StoredLine> lines, ReplacedLines replaced) {
        Settlement settlement = new Settlement(places, replaced);
        return lines.stream()
                .gather(Gatherers.windowFixed(LineBatches.MAX_ITEMS))
                .gather(Gatherers.mapConcurrent(calls.maxConcurrency(), batch -> putBatch(batch, settlement)))
                .reduce(Inserted.NOTHING, Inserted::and);
    }

    private Inserted putBatch(List<StoredLine> lines, Settlement settlement) {
        Batch batch = new Batch();
        calls.untilNothingIsLeft(lines, left -> insert(left, batch));
        return settle(batch, settlement).and(new Inserted(batch.stored, List.of()));
    }

    /** Returns those to put again. */
    private List<StoredLine> insert(List<StoredLine> lines, Batch batch) {
        BatchExecuteStatementRequest request = BatchExecuteStatementRequest.builder()
                .statements(lines.stream().map(this::statement).toList())
                .build();
        return calls.once(WRITE_LINES, begun -> {
            List<StoredLine> left = batch.answered(lines, answers(request, lines.size()));
            calls.tookLines(begun, lines.size(), left.size());
            return left;
        });
    }

    /** If a whole call is refused, one of its lines is invalid; sending each on its own shows which. */
    private List<BatchStatementResponse> answers(BatchExecuteStatementRequest request, int count) {
        try {
            return client.batchExecuteStatement(request).responses();
        } catch (DynamoDbException failure) {
            if (!Failures.isRefusal(failure)) {
                throw failure;
            }
            BatchStatementResponse refused = BatchStatementResponse.builder()
                    .error(error -> error.code(BatchStatementErrorCodeEnum.VALIDATION_ERROR))
                    .build();
            return Collections.nCopies(count, refused);
        }
    }

    private Inserted settle(Batch batch, Settlement settlement) {
        Map<StoredLine, StoredLine> there = batch.duplicates.isEmpty() ? Map.of() : places.linesAt(batch.duplicates);
        return Stream.concat(batch.duplicates.stream(), batch.doubtful.stream())
                .map(line -> settle(line, Optional.ofNullable(there.get(line)), settlement))
                .reduce(Inserted.NOTHING, Inserted::and);
    }

    private Inserted settle(StoredLine line, Optional<StoredLine> there, Settlement settlement) {
        try {
            return settlement
                    .settle(line, there)
                    .map(stored -> new Inserted(List.of(stored), List.of()))
                    .orElseGet(() -> Inserted.refused(RefusedLine.otherVersion(line.line())));
        } catch (DynamoDbException failure) {
            if (!Failures.isRefusal(failure)) {
                throw failure;
            }
            return Inserted.refused(RefusedLine.unstorable(line.line(), TableFit.faultOfItem(table, failure)));
        }
    }

    private BatchStatementRequest statement(StoredLine line) {
        Map<String, AttributeValue> item = table.tableSchema().itemToMap(line, true);
        List<String> names = List.copyOf(item.keySet());
        return BatchStatementRequest.builder()
                .statement("INSERT INTO \"" + table.tableName() + "\" VALUE {"
                        + names.stream().map(name -> "'" + name + "': ?").collect(Collectors.joining(", ")) + "}")
                .parameters(names.stream().map(item::get).toList())
                .build();
    }

    /** Lines that are put together, by what has come of them so far. */
    private static final class Batch {

        private final List<StoredLine> stored = new ArrayList<>();

        /** Where they belong another line is. */
        private final List<StoredLine> duplicates = new ArrayList<>();

        /** DynamoDB refuses them, or fails in an unknown way; each has to be put on its own. */
        private final List<StoredLine> doubtful = new ArrayList<>();

        private List<StoredLine> answered(List<StoredLine> lines, List<BatchStatementResponse> answers) {
            List<StoredLine> again = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                BatchStatementError error = answers.get(i).error();
                List<StoredLine> where = error == null ? stored : whereAfter(error, again);
                where.add(lines.get(i));
            }
            return again;
        }

        private List<StoredLine> whereAfter(BatchStatementError error, List<StoredLine> again) {
            if (error.code() == BatchStatementErrorCodeEnum.DUPLICATE_ITEM) {
                return duplicates;
            }
            return PASSING.contains(error.code()) ? again : doubtful;
        }
    }

    /**
     * The result of putting lines.
     *
     * @param stored the lines that are stored by now
     * @param refused those that do not count
     */
    record Inserted(List<StoredLine> stored, List<RefusedLine> refused) {

        static final Inserted NOTHING = new Inserted(List.of(), List.of());

        static Inserted refused(RefusedLine line) {
            return new Inserted(List.of(), List.of(line));
        }

        Inserted and(Inserted other) {
            return new Inserted(both(stored, other.stored), both(refused, other.refused));
        }

        private static <T> List<T> both(List<T> some, List<T> more) {
            if (some.isEmpty()) {
                return more;
            }
            List<T> all = new ArrayList<>(some);
            all.addAll(more);
            return all;
        }
    }
}
