package io.tillstream.loader.warehouse;

import io.tillstream.loader.warehouse.DeliveredObjects.Delivered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts objects into loads, the oldest first, each bounded in number and size. */
final class Loads {

    private Loads() {}

    /** By hour, so that everything before the end of a load is loaded with it. */
    private static String place(Delivered object) {
        return object.object().key();
    }

    static List<List<Delivered>> of(List<Delivered> objects, int maxObjects, long maxBytes) {
        List<List<Delivered>> loads = new ArrayList<>();
        List<Delivered> load = new ArrayList<>();
        long bytes = 0;
        for (Delivered next :
                objects.stream().sorted(Comparator.comparing(Loads::place)).toList()) {
            long size = next.object().size();
            if (!load.isEmpty() && (load.size() == maxObjects || bytes + size > maxBytes)) {
                loads.add(List.copyOf(load));
                load.clear();
                bytes = 0;
            }
            load.add(next);
            bytes += size;
        }
        if (!load.isEmpty()) {
            loads.add(List.copyOf(load));
        }
        return loads;
    }
}
