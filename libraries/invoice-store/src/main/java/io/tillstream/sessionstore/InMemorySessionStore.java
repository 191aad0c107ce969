package io.tillstream.sessionstore;

import io.tillstream.model.SessionId;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The twin of {@link DynamoDbSessionStore} for tests: the same contract, nothing kept, no event that cannot be stored.
 * Safe for several threads.
 */
public final class InMemorySessionStore implements SessionWriter, SessionReader {

    private static final Comparator<SessionSummary> NEWEST_FIRST = Comparator.comparing(
                    (SessionSummary summary) -> SessionPlace.of(summary).text())
            .reversed();

    private final Map<ShopSession, Map<String, StoredEvent>> sessions = new ConcurrentHashMap<>();

    @Override
    public List<RefusedEvent> add(Collection<ShopEvent> events, ReplacedEvents replaced) {
        DistinctEvents distinct = DistinctEvents.of(events);
        List<RefusedEvent> refused = new ArrayList<>(distinct.refused());
        distinct.bySession().forEach((session, some) -> {
            Map<String, StoredEvent> stored = sessions.computeIfAbsent(session, id -> new ConcurrentHashMap<>());
            some.forEach(event -> stored.merge(
                    event.place().eventId(), event, (there, other) -> settle(there, other, replaced, refused)));
        });
        return refused;
    }

    private static StoredEvent settle(
            StoredEvent there, StoredEvent event, ReplacedEvents replaced, List<RefusedEvent> refused) {
        boolean counts = event.countsBefore(there);
        if (!event.agreesWith(there)) {
            if (counts) {
                replaced.keep(there.event(), event.event());
            } else {
                refused.add(RefusedEvent.otherVersion(event));
            }
        }
        return counts ? event : there;
    }

    @Override
    public FoundSession session(SessionId id, EventSelection selection) {
        List<ShopSession> found = sessions.keySet().stream()
                .filter(session -> session.id().equals(id) && selection.shops().takes(session.shop()))
                .toList();
        return switch (found.size()) {
            case 0 -> new FoundSession.None();
            case 1 -> EventPages.page(found.getFirst(), eventsOf(found.getFirst()), selection);
            default -> EventPages.several(found);
        };
    }

    @Override
    public Optional<SessionPage> sessions(UserId user, SessionSelection selection) {
        List<SessionSummary> all = sessions.keySet().stream()
                .flatMap(session -> summaryOf(session).stream())
                .filter(session -> session.user().equals(user)
                        && selection.shops().takes(session.session().shop()))
                .sorted(NEWEST_FIRST)
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(SessionPage.of(
                        all.stream()
                                .filter(session -> isWanted(session, selection))
                                .toList(),
                        selection.limit()));
    }

    private static boolean isWanted(SessionSummary session, SessionSelection selection) {
        return (selection.from() == null || !session.start().isBefore(selection.from()))
                && (selection.to() == null || session.start().isBefore(selection.to()))
                && (selection.after() == null
                        || SessionPlace.of(session)
                                        .text()
                                        .compareTo(selection.after().text())
                                < 0);
    }

    private Optional<SessionSummary> summaryOf(ShopSession session) {
        return EventPages.page(session, eventsOf(session), EventSelection.first()) instanceof FoundSession.One one
                ? Optional.of(one.summary())
                : Optional.empty();
    }

    private Stream<ShopEvent> eventsOf(ShopSession session) {
        return sessions.getOrDefault(session, Map.of()).values().stream().map(StoredEvent::event);
    }
}
