package io.tillstream.attack;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What was tried, what it was answered with, and what must not have happened. */
final class Report {

    private static final int SHOWN = 40;

    private final Map<String, Map<String, LongAdder>> outcomes = new ConcurrentSkipListMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    void count(String attack, String outcome) {
        outcomes.computeIfAbsent(attack, name -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(outcome, name -> new LongAdder())
                .increment();
    }

    /** Something that must not happen. */
    void complain(String attack, String what) {
        complaints.add(attack + ": " + what);
    }

    long tried() {
        return outcomes.values().stream()
                .flatMap(counts -> counts.values().stream())
                .mapToLong(LongAdder::sum)
                .sum();
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    boolean isSound() {
        return complaints.isEmpty();
    }

    String table() {
        StringBuilder table = new StringBuilder();
        outcomes.forEach((attack, counts) ->
                table.append(attack).append(": ").append(new TreeMap<>(counts)).append(System.lineSeparator()));
        table.append(tried()).append(" tries, ").append(complaints.size()).append(" complaints");
        complaints.stream()
                .limit(SHOWN)
                .forEach(complaint -> table.append(System.lineSeparator()).append(complaint));
        return table.toString();
    }
}
