package io.tillstream.sessionstore;

import io.tillstream.model.EventType;
import io.tillstream.model.SessionId;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.identity.Digest128;
import io.tillstream.model.identity.EventHashing;
import io.tillstream.model.identity.LineVersion;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** What a session is by all events that were sent: worked out at once, and in the plainest way. */
record ExpectedSession(List<ShopEvent> events, SessionSummary summary) {

    static ExpectedSession of(String session, List<ShopEvent> sent) {
        Comparator<ShopEvent> firstCounts =
                Comparator.comparing(event -> LineVersion.of(event, EventHashing.INSTANCE, new Digest128()));
        List<ShopEvent> events = sent.stream()
                .filter(event -> event.sessionId().orElseThrow().value().equals(session))
                .collect(Collectors.toMap(ShopEvent::key, event -> event, BinaryOperator.minBy(firstCounts)))
                .values()
                .stream()
                .sorted(Comparator.comparing(
                                (ShopEvent event) -> event.content().time())
                        .thenComparing(event -> event.lineId().value()))
                .toList();
        ShopEvent first = events.getFirst();
        return new ExpectedSession(
                events,
                new SessionSummary(
                        new ShopSession(new SessionId(session), null),
                        first.content().userId(),
                        new EventPlace(first.content().time(), first.lineId()),
                        events.getLast().content().time(),
                        events.size(),
                        count(events, EventType.VIEW),
                        count(events, EventType.CART),
                        count(events, EventType.REMOVE_FROM_CART),
                        count(events, EventType.PURCHASE),
                        events.stream()
                                .filter(event -> event.content().type() == EventType.PURCHASE)
                                .map(event -> event.content().price())
                                .reduce(new BigDecimal("0.00"), BigDecimal::add)));
    }

    private static long count(List<ShopEvent> events, EventType type) {
        return events.stream().filter(event -> event.content().type() == type).count();
    }
}
