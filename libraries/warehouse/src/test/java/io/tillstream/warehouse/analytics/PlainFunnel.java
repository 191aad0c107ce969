package io.tillstream.warehouse.analytics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The funnel by walking each visit from its first event to its last: no SQL, and nothing of what the question is made of. */
final class PlainFunnel {

    private static final List<String> STEPS = List.of("view", "cart", "purchase");

    private final List<RawEvent> events;

    PlainFunnel(List<RawEvent> events) {
        this.events = events;
    }

    /** By the names of the groups; the empty one for those without. */
    Map<String, FunnelGroup> groups(EventUnit unit, EventGrouping grouping) {
        Map<String, Group> groups = new HashMap<>();
        visits(unit, grouping).forEach((visit, ofIt) -> {
            String name = grouping.isTime() ? ofTime(ofIt.getFirst().time(), grouping) : visit.group();
            groups.computeIfAbsent(name, group -> new Group()).walk(ofIt);
        });
        Map<String, FunnelGroup> figures = new HashMap<>();
        groups.forEach((name, group) -> figures.put(name, group.figures(name.isEmpty() ? null : name)));
        return figures;
    }

    /** In the order of time; what happens at once happens in the order of the steps. */
    private Map<Visit, List<RawEvent>> visits(EventUnit unit, EventGrouping grouping) {
        Map<Visit, List<RawEvent>> visits = new HashMap<>();
        for (RawEvent event : events) {
            String who = event.visitor(unit);
            if (!who.isEmpty()) {
                visits.computeIfAbsent(new Visit(event.group(grouping), who), visit -> new ArrayList<>())
                        .add(event);
            }
        }
        visits.values()
                .forEach(visit -> visit.sort(
                        Comparator.comparing(RawEvent::time).thenComparingInt(event -> STEPS.indexOf(event.type()))));
        return visits;
    }

    static String ofTime(Instant time, EventGrouping grouping) {
        return grouping == EventGrouping.DAY
                ? time.atOffset(ZoneOffset.UTC).toLocalDate().toString()
                : time.atOffset(ZoneOffset.UTC)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.HOURS)
                        .toString();
    }

    private record Visit(String group, String who) {}

    private static final class Group {

        private final int[] reached = new int[STEPS.size()];
        private final List<List<Long>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        private int visitors;
        private int converted;

        void walk(List<RawEvent> visit) {
            visitors++;
            converted += visit.stream().anyMatch(event -> event.type().equals("purchase")) ? 1 : 0;
            int step = 0;
            Instant before = Instant.EPOCH;
            for (RawEvent event : visit) {
                if (step < STEPS.size() && event.type().equals(STEPS.get(step))) {
                    reached[step]++;
                    times.get(step).add(Duration.between(before, event.time()).toMillis());
                    before = event.time();
                    step++;
                }
            }
        }

        FunnelGroup figures(@Nullable String name) {
            return new FunnelGroup(
                    name,
                    visitors,
                    reached[0],
                    reached[1],
                    reached[2],
                    converted,
                    median(times.get(1)),
                    median(times.get(2)));
        }

        private static @Nullable BigDecimal median(List<Long> millis) {
            if (millis.isEmpty()) {
                return null;
            }
            List<Long> ordered = millis.stream().sorted().toList();
            int middle = ordered.size() / 2;
            BigDecimal above = BigDecimal.valueOf(ordered.get(middle), 3);
            BigDecimal below = ordered.size() % 2 == 1 ? above : BigDecimal.valueOf(ordered.get(middle - 1), 3);
            return above.add(below).multiply(new BigDecimal("0.5"));
        }
    }
}
