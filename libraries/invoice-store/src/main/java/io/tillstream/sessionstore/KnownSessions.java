package io.tillstream.sessionstore;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known to be stored while events are being added, and what has to be put because of that. */
final class KnownSessions {

    private final Map<ShopSession, CountedSession> counted;
    private final Map<StoredEvent.Place, StoredEvent> there = new HashMap<>();

    KnownSessions(Map<ShopSession, CountedSession> counted) {
        this.counted = new HashMap<>(counted);
    }

    /** Those of the events that have to be put: all that nothing is known to come before. */
    List<EventPut> puts(List<StoredEvent> events) {
        return events.stream()
                .map(event -> new EventPut(event, Optional.ofNullable(there.get(event.place()))))
                .filter(put -> put.replaced()
                        .filter(other -> !put.stored().countsBefore(other))
                        .isEmpty())
                .toList();
    }

    /** Those of the events that do not count, because what lies in their place says something else. */
    List<RefusedEvent> refused(List<StoredEvent> events) {
        return events.stream()
                .filter(event -> Optional.ofNullable(there.get(event.place()))
                        .filter(other -> !event.countsBefore(other) && !event.agreesWith(other))
                        .isPresent())
                .map(RefusedEvent::otherVersion)
                .toList();
    }

    /**
     * What the sessions come to with these events.
     *
     * @param readAll hands over all events of a session that are stored at this moment
     */
    List<CountedSession> summaries(List<EventPut> puts, BiConsumer<ShopSession, Consumer<StoredEvent>> readAll) {
        return puts.stream().collect(Collectors.groupingBy(put -> put.stored().session())).entrySet().stream()
                .map(session -> summary(session.getKey(), session.getValue(), readAll))
                .toList();
    }

    private CountedSession summary(
            ShopSession session, List<EventPut> puts, BiConsumer<ShopSession, Consumer<StoredEvent>> readAll) {
        CountedSession before = counted.get(session);
        if (before == null) {
            return CountedSession.begun(new Sum(session, null).with(puts).summary());
        }
        boolean isEdge = puts.stream()
                .flatMap(put -> put.otherVersion().stream())
                .anyMatch(other -> !before.summary().canDoWithout(other.event()));
        return before.next(
                isEdge
                        ? recount(session, puts, readAll)
                        : new Sum(session, before.summary()).with(puts).summary());
    }

    /**
     * From all that is stored, because it is not known what comes first or last without the event that did. It counts
     * only if the summary has not been put again since: then nothing else has been stored either.
     */
    private static SessionSummary recount(
            ShopSession session, List<EventPut> puts, BiConsumer<ShopSession, Consumer<StoredEvent>> readAll) {
        Set<StoredEvent.Place> put =
                puts.stream().map(event -> event.stored().place()).collect(Collectors.toCollection(HashSet::new));
        Sum sum = new Sum(session, null);
        readAll.accept(session, stored -> {
            if (!put.contains(stored.place())) {
                sum.add(stored);
            }
        });
        puts.forEach(event -> sum.add(event.stored()));
        return sum.summary();
    }

    /** Takes note of what was found instead of what was expected. */
    void learn(SessionPutResult.Found found) {
        found.events().forEach((place, event) -> set(there, place, event));
        found.sessions().forEach((session, summary) -> set(counted, session, summary));
    }

    private static <K, V> void set(Map<K, V> map, K key, Optional<V> value) {
        value.ifPresentOrElse(found -> map.put(key, found), () -> map.remove(key));
    }

    /** Adds up events, beginning with what a session came to before, or with nothing. */
    private static final class Sum {

        private final ShopSession session;
        private @Nullable SessionSummary sum;

        private Sum(ShopSession session, @Nullable SessionSummary before) {
            this.session = session;
            this.sum = before;
        }

        private Sum with(List<EventPut> puts) {
            for (EventPut put : puts) {
                SessionSummary before = sum;
                Optional<StoredEvent> other = put.otherVersion();
                if (before != null && other.isPresent()) {
                    sum = before.without(other.get().event());
                }
                if (put.changesSummary()) {
                    add(put.stored());
                }
            }
            return this;
        }

        private void add(StoredEvent stored) {
            SessionSummary before = sum;
            sum = before == null ? SessionSummary.of(session, stored.event()) : before.with(stored.event());
        }

        private SessionSummary summary() {
            SessionSummary all = sum;
            if (all == null) {
                throw new IllegalStateException("No event of " + session);
            }
            return all;
        }
    }
}
