package io.tillstream.warehouse.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The carts of a file, each emptied piece by piece. */
final class PlainCarts {

    private PlainCarts() {}

    /** By the names of the groups; the empty one for those without. */
    static Map<String, CartGroup> of(List<RawEvent> events, EventUnit unit, EventGrouping grouping) {
        Map<List<String>, List<RawEvent>> visits = new HashMap<>();
        for (RawEvent event : events) {
            if (!event.visitor(unit).isEmpty()) {
                visits.computeIfAbsent(List.of(event.group(grouping), event.visitor(unit)), visit -> new ArrayList<>())
                        .add(event);
            }
        }
        Map<String, CartGroup> groups = new HashMap<>();
        visits.forEach((visit, ofIt) -> {
            List<RawEvent> puts = ofType(ofIt, "cart");
            if (!puts.isEmpty()) {
                Instant first = puts.stream()
                        .map(RawEvent::time)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
                String name = grouping.isTime() ? PlainFunnel.ofTime(first, grouping) : visit.getFirst();
                groups.merge(name, cart(name, ofIt, puts), PlainCarts::together);
            }
        });
        return groups;
    }

    private static CartGroup cart(String name, List<RawEvent> events, List<RawEvent> puts) {
        List<String> inside =
                new ArrayList<>(puts.stream().map(PlainCarts::piece).toList());
        events.stream()
                .filter(event ->
                        event.type().equals("remove_from_cart") || event.type().equals("purchase"))
                .forEach(event -> inside.remove(piece(event)));
        BigDecimal left = inside.stream()
                .map(piece -> puts.stream()
                        .filter(put -> piece(put).equals(piece))
                        .map(RawEvent::price)
                        .max(Comparator.naturalOrder())
                        .orElseThrow())
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        boolean bought = !ofType(events, "purchase").isEmpty();
        return new CartGroup(
                name.isEmpty() ? null : name,
                1,
                bought ? 1 : 0,
                puts.stream().map(RawEvent::price).reduce(new BigDecimal("0.00"), BigDecimal::add),
                inside.size(),
                left,
                bought ? new BigDecimal("0.00") : left);
    }

    private static CartGroup together(CartGroup one, CartGroup other) {
        return new CartGroup(
                one.name(),
                one.carts() + other.carts(),
                one.purchased() + other.purchased(),
                one.valuePut().add(other.valuePut()),
                one.piecesLeft() + other.piecesLeft(),
                one.valueLeft().add(other.valueLeft()),
                one.valueAbandoned().add(other.valueAbandoned()));
    }

    private static String piece(RawEvent event) {
        return event.store() + "/" + event.product();
    }

    private static List<RawEvent> ofType(List<RawEvent> events, String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }
}
