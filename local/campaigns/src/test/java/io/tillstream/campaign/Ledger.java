package io.tillstream.campaign;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What was sent of a feed, and what the pipeline said it has. */
final class Ledger {

    /** Rows sent, each time they were; and of those, the ones that had been acknowledged before. */
    final LongAdder rowsSent = new LongAdder();

    final LongAdder duplicatesOffered = new LongAdder();
    /** Requests answered with anything but success, each of which was sent again. */
    final LongAdder requestsRepeated = new LongAdder();
    /** Ticks at which no rows were sent because too many requests had no answer. */
    final LongAdder ticksHeldBack = new LongAdder();

    private final Map<Object, Row> acknowledged = new ConcurrentHashMap<>();
    private final Map<Object, Row> unanswered = new ConcurrentHashMap<>();
    private final Queue<Poison> poison = new ConcurrentLinkedQueue<>();
    private final Queue<Poison> unansweredPoison = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    /** Whether it is the first time. */
    boolean acknowledge(Row row) {
        unanswered.remove(row.key());
        return acknowledged.putIfAbsent(row.key(), row) == null;
    }

    /** It may be in the stream or not. */
    void leaveUnanswered(Row row) {
        unanswered.put(row.key(), row);
    }

    void acknowledge(Poison sent) {
        poison.add(sent);
    }

    void leaveUnanswered(Poison sent) {
        unansweredPoison.add(sent);
    }

    /** Something that must not happen, whatever breaks. */
    void complain(String complaint) {
        complaints.add(complaint);
    }

    Map<Object, Row> acknowledged() {
        return acknowledged;
    }

    Map<Object, Row> unanswered() {
        return unanswered;
    }

    Queue<Poison> poison() {
        return poison;
    }

    Queue<Poison> unansweredPoison() {
        return unansweredPoison;
    }

    Queue<String> complaints() {
        return complaints;
    }
}
