package io.tillstream.localcloud.gateway;

import io.tillstream.localcloud.faults.Service;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each operation was called, and how often a fault answered in its place. */
final class Counters {

    private final Map<Call, Count> counts = new ConcurrentHashMap<>();

    void called(Call call) {
        count(call).calls.increment();
    }

    void failed(Call call) {
        count(call).faults.increment();
    }

    /** Service to operation to its two numbers. */
    Map<String, Map<String, Map<String, Long>>> snapshot() {
        Map<String, Map<String, Map<String, Long>>> snapshot = new TreeMap<>();
        for (Service service : Service.values()) {
            snapshot.put(service.id(), new TreeMap<>());
        }
        counts.forEach((call, count) -> snapshot.computeIfAbsent(call.service().id(), service -> new TreeMap<>())
                .put(call.operation(), Map.of("calls", count.calls.sum(), "faults", count.faults.sum())));
        return snapshot;
    }

    private Count count(Call call) {
        return counts.computeIfAbsent(call, key -> new Count(new LongAdder(), new LongAdder()));
    }

    private record Count(LongAdder calls, LongAdder faults) {}
}
