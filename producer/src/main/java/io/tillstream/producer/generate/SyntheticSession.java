package io.tillstream.producer.generate;

import java.util.List;

/** A session whose events are handed out one by one. Sessions are in the order of their next events. */
final class SyntheticSession implements Comparable<SyntheticSession> {

    private final long number;
    private final int user;
    private final String id;
    private final List<SessionEvent> events;
    private int next;

    /**
     * A session that has begun.
     *
     * @param number tells which of two sessions comes first that go on in the same second
     * @param id empty when it is not known
     * @param events in the order of time; at least one
     */
    SyntheticSession(long number, int user, String id, List<SessionEvent> events) {
        this.number = number;
        this.user = user;
        this.id = id;
        this.events = events;
    }

    boolean isOver() {
        return next == events.size();
    }

    /** When it goes on. */
    long second() {
        return events.get(next).second();
    }

    EventRow nextRow() {
        SessionEvent event = events.get(next++);
        return new EventRow(event.second(), event.type(), event.product(), user, id);
    }

    @Override
    public int compareTo(SyntheticSession other) {
        int byTime = Long.compare(second(), other.second());
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
}
