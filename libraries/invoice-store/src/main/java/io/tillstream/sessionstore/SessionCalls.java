package io.tillstream.sessionstore;

import static io.tillstream.storecalls.StoreActivity.Call.READ_LINES;
import static io.tillstream.storecalls.StoreActivity.Call.READ_SUMMARIES;
import static io.tillstream.storecalls.StoreActivity.Call.WRITE_SESSIONS;

import io.tillstream.storecalls.StoreCalls;
import io.tillstream.storecalls.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The calls to DynamoDB that adding events takes. */
final class SessionCalls {

    /** TransactWriteItems takes no more. Its other bound, 4 MB a call, is not reached: an event is below 30 KB. */
    static final int MAX_ACTIONS = 100;

    private static final String MET_ANOTHER_ITEM = "ConditionalCheckFailed";

    /** Why a transaction is cancelled that may succeed on its own when it is tried again. */
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ProvisionedThroughputExceeded", "ThrottlingError", "RequestLimitExceeded");

    private final SessionTables tables;
    private final DynamoDbClient client;
    private final StoreCalls calls;

    SessionCalls(SessionTables tables, StoreCalls calls) {
        this.tables = tables;
        this.client = tables.dynamoDb();
        this.calls = calls;
    }

    /** The summaries that are stored of these sessions at this moment; at most a hundred. */
    Map<ShopSession, CountedSession> summaries(Collection<ShopSession> sessions) {
        Map<ShopSession, CountedSession> found = new HashMap<>();
        List<Map<String, AttributeValue>> keys =
                sessions.stream().map(SummaryItems::keyOf).toList();
        calls.untilNothingIsLeft(keys, left -> {
            BatchGetItemResponse answer = calls.once(READ_SUMMARIES, begun -> read(left));
            answer.responses().getOrDefault(tables.name(), List.of()).forEach(item -> {
                CountedSession counted = SummaryItems.countedOf(item);
                found.put(counted.summary().session(), counted);
            });
            KeysAndAttributes unread = answer.unprocessedKeys().get(tables.name());
            return unread == null ? List.of() : unread.keys();
        });
        return found;
    }

    private BatchGetItemResponse read(List<Map<String, AttributeValue>> keys) {
        KeysAndAttributes consistently =
                KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
        return client.batchGetItem(request -> request.requestItems(Map.of(tables.name(), consistently)));
    }

    /** Hands over all events of a session that were stored before the call, a page at a time. */
    void readEvents(ShopSession session, Consumer<StoredEvent> read) {
        QueryRequest all = SessionQueries.events(tables, session);
        Map<String, AttributeValue> last = Map.of();
        do {
            QueryRequest page = all.toBuilder()
                    .exclusiveStartKey(last.isEmpty() ? null : last)
                    .build();
            QueryResponse answer = calls.untilAnswered(READ_LINES, () -> client.query(page));
            answer.items().forEach(item -> read.accept(EventItems.storedOf(session, item)));
            last = answer.lastEvaluatedKey();
        } while (!last.isEmpty());
    }

    /** Puts all of these, or nothing where anything else is there than was expected. */
    SessionPutResult put(List<EventPut> events, List<CountedSession> summaries) {
        List<TransactWriteItem> puts = new ArrayList<>(events.size() + summaries.size());
        events.forEach(event -> puts.add(item(put(event))));
        summaries.forEach(summary -> puts.add(item(put(summary))));
        TransactWriteItemsRequest request =
                TransactWriteItemsRequest.builder().transactItems(puts).build();
        return calls.untilAnswered(WRITE_SESSIONS, begun -> {
            try {
                client.transactWriteItems(request);
                calls.tookLines(begun, events.size(), puts.size() >= MAX_ACTIONS / 2);
                return new SessionPutResult.Done();
            } catch (TransactionCanceledException cancelled) {
                return found(cancelled, events, summaries);
            }
        });
    }

    private static SessionPutResult found(
            TransactionCanceledException cancelled, List<EventPut> events, List<CountedSession> summaries) {
        List<CancellationReason> reasons = cancelled.cancellationReasons();
        Map<StoredEvent.Place, Optional<StoredEvent>> otherEvents = new HashMap<>();
        Map<ShopSession, Optional<CountedSession>> otherSummaries = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            StoredEvent stored = events.get(i).stored();
            if (metAnother(reasons.get(i))) {
                otherEvents.put(
                        stored.place(),
                        itemIn(reasons.get(i)).map(item -> EventItems.storedOf(stored.session(), item)));
            }
        }
        for (int i = 0; i < summaries.size(); i++) {
            CancellationReason reason = reasons.get(events.size() + i);
            if (metAnother(reason)) {
                otherSummaries.put(
                        summaries.get(i).summary().session(), itemIn(reason).map(SummaryItems::countedOf));
            }
        }
        if (!otherEvents.isEmpty() || !otherSummaries.isEmpty()) {
            return new SessionPutResult.Found(otherEvents, otherSummaries);
        }
        if (reasons.stream().anyMatch(reason -> PASSING.contains(reason.code()))) {
            throw new StoreUnavailableException("DynamoDB is busy with the same sessions", cancelled);
        }
        throw cancelled;
    }

    private static boolean metAnother(CancellationReason reason) {
        return MET_ANOTHER_ITEM.equals(reason.code());
    }

    private static Optional<Map<String, AttributeValue>> itemIn(CancellationReason reason) {
        return reason.hasItem() && !reason.item().isEmpty() ? Optional.of(reason.item()) : Optional.empty();
    }

    private Put.Builder put(EventPut event) {
        Put.Builder put = Put.builder().item(EventItems.itemOf(event.stored()));
        return event.replaced()
                .map(other -> put.conditionExpression("#version = :version")
                        .expressionAttributeNames(Map.of("#version", EventItems.VERSION))
                        .expressionAttributeValues(Map.of(":version", SummaryItems.text(other.version()))))
                .orElseGet(() -> ifNothingIsThere(put));
    }

    private Put.Builder put(CountedSession counted) {
        Put.Builder put = Put.builder().item(SummaryItems.itemOf(counted));
        return counted.isFirst()
                ? ifNothingIsThere(put)
                : put.conditionExpression("#revision = :revision")
                        .expressionAttributeNames(Map.of("#revision", SummaryItems.REVISION))
                        .expressionAttributeValues(Map.of(":revision", SummaryItems.number(counted.revision() - 1)));
    }

    private static Put.Builder ifNothingIsThere(Put.Builder put) {
        return put.conditionExpression("attribute_not_exists(#session)")
                .expressionAttributeNames(Map.of("#session", SessionKeys.SESSION));
    }

    private TransactWriteItem item(Put.Builder put) {
        return TransactWriteItem.builder()
                .put(put.tableName(tables.name())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build())
                .build();
    }
}
