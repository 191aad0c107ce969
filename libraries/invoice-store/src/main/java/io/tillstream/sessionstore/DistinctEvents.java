package io.tillstream.sessionstore;

import io.tillstream.model.ShopEvent;
import io.tillstream.model.identity.Digest128;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Events that are added together, one of each identity: that which counts.
 *
 * @param bySession those of each session
 * @param refused those that do not count beside one of them
 */
record DistinctEvents(Map<ShopSession, List<StoredEvent>> bySession, List<RefusedEvent> refused) {

    static DistinctEvents of(Collection<ShopEvent> events) {
        Map<StoredEvent.Place, StoredEvent> first = LinkedHashMap.newLinkedHashMap(events.size());
        List<RefusedEvent> refused = new ArrayList<>();
        Digest128 digest = new Digest128();
        for (ShopEvent event : events) {
            ShopSession.of(event)
                    .map(session -> StoredEvent.of(session, event, digest))
                    .ifPresent(stored -> first.merge(stored.place(), stored, (a, b) -> firstOf(a, b, refused)));
        }
        return new DistinctEvents(
                first.values().stream()
                        .collect(Collectors.groupingBy(StoredEvent::session, LinkedHashMap::new, Collectors.toList())),
                refused);
    }

    private static StoredEvent firstOf(StoredEvent a, StoredEvent b, List<RefusedEvent> refused) {
        boolean isSecond = b.countsBefore(a);
        if (!a.agreesWith(b)) {
            refused.add(RefusedEvent.otherVersion(isSecond ? a : b));
        }
        return isSecond ? b : a;
    }
}
