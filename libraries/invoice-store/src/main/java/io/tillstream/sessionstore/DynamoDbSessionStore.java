package io.tillstream.sessionstore;

import static io.tillstream.storecalls.Failures.available;

import io.tillstream.model.SessionId;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.UserId;
import io.tillstream.storecalls.Failures;
import io.tillstream.storecalls.StoreActivity;
import io.tillstream.storecalls.StoreCalls;
import io.tillstream.storecalls.StoreSettings;
import io.tillstream.storecalls.TableFit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Sessions in DynamoDB. */
public final class DynamoDbSessionStore implements SessionWriter, SessionReader {

    /** The kinds of calls that adding events takes. */
    public static final Set<StoreActivity.Call> CALLS =
            Set.of(StoreActivity.Call.WRITE_SESSIONS, StoreActivity.Call.READ_SUMMARIES, StoreActivity.Call.READ_LINES);

    private static final String INVALID = "ValidationError";

    private final SessionTables tables;
    private final StoreCalls calls;
    private final SessionUpdates updates;
    private final SessionLookup lookup;
    private final UserLookup users;

    public DynamoDbSessionStore(SessionTables tables, StoreSettings settings) {
        this.tables = tables;
        this.calls = new StoreCalls(settings);
        this.updates = new SessionUpdates(new SessionCalls(tables, calls));
        this.lookup = new SessionLookup(tables);
        this.users = new UserLookup(tables);
    }

    @Override
    public List<RefusedEvent> add(Collection<ShopEvent> events, ReplacedEvents replaced) {
        DistinctEvents distinct = DistinctEvents.of(events);
        return available(() -> {
            List<RefusedEvent> refused = Stream.concat(
                            distinct.refused().stream(),
                            together(distinct.bySession().values()).stream()
                                    .gather(Gatherers.mapConcurrent(
                                            calls.maxConcurrency(), some -> addInTurn(some, counted(replaced))))
                                    .flatMap(List::stream))
                    .toList();
            calls.activity()
                    .foundOtherVersions(refused.stream()
                            .filter(RefusedEvent::isOtherVersion)
                            .count());
            return refused;
        });
    }

    private ReplacedEvents counted(ReplacedEvents replaced) {
        return (event, by) -> {
            replaced.keep(event, by);
            calls.activity().foundOtherVersions(1);
        };
    }

    /** Sessions that one transaction takes together; the events of a larger one alone, however many they are. */
    private static List<List<StoredEvent>> together(Collection<List<StoredEvent>> sessions) {
        List<List<StoredEvent>> all = new ArrayList<>();
        List<StoredEvent> some = new ArrayList<>();
        int actions = 0;
        for (List<StoredEvent> session : sessions) {
            int more = session.size() + 1;
            if (actions + more > SessionCalls.MAX_ACTIONS && !some.isEmpty()) {
                all.add(some);
                some = new ArrayList<>();
                actions = 0;
            }
            some.addAll(session);
            actions += more;
        }
        if (!some.isEmpty()) {
            all.add(some);
        }
        return all;
    }

    private List<RefusedEvent> addInTurn(List<StoredEvent> events, ReplacedEvents replaced) {
        return events.stream()
                .gather(Gatherers.windowFixed(SessionCalls.MAX_ACTIONS - 1))
                .flatMap(some -> addTogether(some, replaced).stream())
                .toList();
    }

    /** DynamoDB refuses a transaction for one of its items, and does not always say which. */
    private List<RefusedEvent> addTogether(List<StoredEvent> events, ReplacedEvents replaced) {
        try {
            return updates.add(events, replaced);
        } catch (DynamoDbException failure) {
            if (!isRefusal(failure)) {
                throw failure;
            }
            if (events.size() == 1) {
                return List.of(new RefusedEvent(events.getFirst().event(), faultOfItem(failure)));
            }
            int middle = events.size() / 2;
            return Stream.of(events.subList(0, middle), events.subList(middle, events.size()))
                    .flatMap(half -> addTogether(half, replaced).stream())
                    .toList();
        }
    }

    private static boolean isRefusal(DynamoDbException failure) {
        return failure instanceof TransactionCanceledException cancelled
                ? cancelled.cancellationReasons().stream().anyMatch(reason -> INVALID.equals(reason.code()))
                : Failures.isRefusal(failure);
    }

    private String faultOfItem(DynamoDbException refusal) {
        String fault = TableFit.faultOfItem(tables.table(), refusal);
        return refusal instanceof TransactionCanceledException cancelled
                ? cancelled.cancellationReasons().stream()
                        .map(CancellationReason::message)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("; "))
                : fault;
    }

    /** What has been done to add events. */
    public StoreActivity activity() {
        return calls.activity();
    }

    @Override
    public FoundSession session(SessionId id, EventSelection selection) {
        return available(() -> lookup.find(id, selection));
    }

    @Override
    public Optional<SessionPage> sessions(UserId user, SessionSelection selection) {
        return available(() -> users.find(user, selection));
    }
}
