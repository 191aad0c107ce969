package io.tillstream.loader.warehouse;

import io.tillstream.loader.warehouse.DeliveredObjects.Delivered;
import io.tillstream.warehouse.load.LoadObject;
import io.tillstream.warehouse.load.WarehouseLoad;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Finds what is delivered and not loaded. */
final class ObjectSearch {

    private static final int ASKED_AT_ONCE = 500;

    private final DeliveredObjects delivered;
    private final WarehouseLoad warehouse;
    private final SeenObjects seen;

    ObjectSearch(DeliveredObjects delivered, WarehouseLoad warehouse, SeenObjects seen) {
        this.delivered = delivered;
        this.warehouse = warehouse;
        this.seen = seen;
    }

    /** @param earliestLate objects of earlier hours come up so rarely that they are not remembered */
    Found find(Look look, Instant earliestLate, Instant now) {
        Newest newest = new Newest();
        List<Delivered> pending = new ArrayList<>();
        listed(look)
                .peek(newest::see)
                .filter(object -> seen.isToBeLoaded(object, now))
                .gather(Gatherers.windowFixed(ASKED_AT_ONCE))
                .forEach(some -> addNotLoaded(some, earliestLate, pending));
        return new Found(pending, newest.hour);
    }

    private Stream<Delivered> listed(Look look) {
        return switch (look) {
            case Look.AtRecent recent -> delivered.since(recent.from());
            case Look.AtLate late -> delivered.since(late.from());
            case Look.AtAll all -> delivered.all();
        };
    }

    private void addNotLoaded(List<Delivered> objects, Instant earliestLate, List<Delivered> pending) {
        Set<LoadObject> notLoaded = new HashSet<>(
                warehouse.notLoadedAmong(objects.stream().map(Delivered::object).toList()));
        for (Delivered object : objects) {
            if (notLoaded.contains(object.object())) {
                pending.add(object);
            } else if (!object.hour().isBefore(earliestLate)) {
                seen.loaded(object);
            }
        }
    }

    /**
     * What a search found.
     *
     * @param newest the hour of the newest object, loaded or not
     */
    record Found(List<Delivered> pending, Optional<Instant> newest) {}

    private static final class Newest {
        private Optional<Instant> hour = Optional.empty();

        void see(Delivered object) {
            if (hour.isEmpty() || object.hour().isAfter(hour.get())) {
                hour = Optional.of(object.hour());
            }
        }
    }
}
