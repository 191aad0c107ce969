package io.tillstream.sessionstore;

import io.tillstream.model.LineId;
import io.tillstream.model.ShopEvent;
import java.time.Instant;
import java.util.Comparator;

/** The place of an event among those of its session: by time, and by id among those of one moment. */
public record EventPlace(Instant time, LineId eventId) implements Comparable<EventPlace> {

    private static final Comparator<EventPlace> IN_ORDER = Comparator.comparing(EventPlace::time)
            .thenComparing(place -> place.eventId().value());

    static EventPlace of(ShopEvent event) {
        return new EventPlace(event.content().time(), event.lineId());
    }

    @Override
    public int compareTo(EventPlace other) {
        return IN_ORDER.compare(this, other);
    }
}
