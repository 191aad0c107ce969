package io.tillstream.loader.warehouse;

import io.tillstream.loader.warehouse.DeliveredObjects.Delivered;
import io.tillstream.warehouse.load.LoadObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What this process knows of objects, so that it need not ask the ledger in every search. */
final class SeenObjects {

    private final Duration pause;

    /** Those that are loaded, and their hours. */
    private final Map<LoadObject, Instant> loaded = new HashMap<>();

    /** Those that could not be read, and when that was. */
    private final Map<LoadObject, Instant> failed = new HashMap<>();

    /** @param pause how long an object that could not be read is left alone */
    SeenObjects(Duration pause) {
        this.pause = pause;
    }

    boolean isToBeLoaded(Delivered object, Instant now) {
        return !loaded.containsKey(object.object()) && Headway.isDue(failed.get(object.object()), pause, now);
    }

    void loaded(Delivered object) {
        failed.remove(object.object());
        loaded.put(object.object(), object.hour());
    }

    void failed(LoadObject object, Instant now) {
        loaded.remove(object);
        failed.put(object, now);
    }

    /** Forgets objects that only a full search would find. */
    void forgetBefore(Instant hour, Instant now) {
        loaded.values().removeIf(loadedHour -> loadedHour.isBefore(hour));
        failed.values().removeIf(at -> Headway.isDue(at, pause, now));
    }
}
