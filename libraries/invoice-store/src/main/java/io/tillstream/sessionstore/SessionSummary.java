package io.tillstream.sessionstore;

import io.tillstream.model.EventContent;
import io.tillstream.model.EventType;
import io.tillstream.model.Money;
import io.tillstream.model.ShopEvent;
import io.tillstream.model.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * What the events of a session come to.
 *
 * @param user who did the first event
 * @param first the place of the first event
 * @param last when the last event was
 * @param removals events that took something out of the cart
 * @param value what was paid: each purchase is of one piece
 */
public record SessionSummary(
        ShopSession session,
        UserId user,
        EventPlace first,
        Instant last,
        long events,
        long views,
        long carts,
        long removals,
        long purchases,
        BigDecimal value) {

    /** A session without a purchase that has been left alone for longer is abandoned, if anything was in its cart. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** Of a single event. */
    static SessionSummary of(ShopSession session, ShopEvent event) {
        EventContent content = event.content();
        return new SessionSummary(
                        session, content.userId(), EventPlace.of(event), content.time(), 0, 0, 0, 0, 0, Money.ZERO)
                .counting(event, 1);
    }

    /** When the first event was. */
    public Instant start() {
        return first.time();
    }

    /** Whether something was bought. */
    public boolean converted() {
        return purchases > 0;
    }

    /** Whether something was put into the cart, nothing was bought, and nothing has happened for half an hour. */
    public boolean abandoned(Instant now) {
        return carts > 0 && purchases == 0 && last.isBefore(now.minus(PATIENCE));
    }

    /** With an event that it does not count yet. */
    SessionSummary with(ShopEvent event) {
        EventPlace place = EventPlace.of(event);
        boolean isFirst = place.compareTo(first) < 0;
        Instant time = place.time();
        return new SessionSummary(
                        session,
                        isFirst ? event.content().userId() : user,
                        isFirst ? place : first,
                        time.isAfter(last) ? time : last,
                        events,
                        views,
                        carts,
                        removals,
                        purchases,
                        value)
                .counting(event, 1);
    }

    /** Without an event that it counts, and that {@link #canDoWithout} says it can do without. */
    SessionSummary without(ShopEvent event) {
        return counting(event, -1);
    }

    /** Whether neither its first nor its last moment may be that of this event. */
    boolean canDoWithout(ShopEvent event) {
        return !first.equals(EventPlace.of(event)) && event.content().time().isBefore(last);
    }

    private SessionSummary counting(ShopEvent event, int times) {
        EventType type = event.content().type();
        BigDecimal paid = type == EventType.PURCHASE ? event.content().price() : Money.ZERO;
        return new SessionSummary(
                session,
                user,
                first,
                last,
                events + times,
                views + timesIf(type == EventType.VIEW, times),
                carts + timesIf(type == EventType.CART, times),
                removals + timesIf(type == EventType.REMOVE_FROM_CART, times),
                purchases + timesIf(type == EventType.PURCHASE, times),
                Money.canonical(value.add(paid.multiply(BigDecimal.valueOf(times)))));
    }

    private static int timesIf(boolean counts, int times) {
        return counts ? times : 0;
    }

    /** Shows whose session it is and how much of it there is, and no customer data. */
    @Override
    public String toString() {
        return "SessionSummary[" + session + ", " + events + " events]";
    }
}
