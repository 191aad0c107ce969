package io.tillstream.warehouse.analytics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events of shops a question is about.
 *
 * @param period in UTC
 * @param store only the events of this shop; those that name no shop where it is empty; all unless given
 */
public record EventFilter(Period period, @Nullable String store) {

    public static final EventFilter ALL = new EventFilter(Period.ALL, null);

    /** Picks them; comes after another condition on shop_event. */
    String condition() {
        List<String> conditions = new ArrayList<>(period.bounds("event_time", Period.OF_MOMENTS));
        if (store != null) {
            conditions.add(store.isEmpty() ? "store_id IS NULL" : "store_id = ?");
        }
        return conditions.isEmpty() ? "" : " AND " + String.join(" AND ", conditions);
    }

    /** What belongs into the condition. */
    List<Object> values() {
        List<Object> values = new ArrayList<>(period.values());
        if (store != null && !store.isEmpty()) {
            values.add(store);
        }
        return values;
    }
}
